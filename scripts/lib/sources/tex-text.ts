import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { joinName, toName } from './author-names.ts';
import { htmlToText } from './html-text.ts';

const { constants } = plugins.config.get('@bibtex');

/** `$$…$$`, `$…$`, `\(…\)`, or an escaped character, which opens nothing. */
const MATH =
  /\$\$((?:\\[^]|[^$\\])+)\$\$|\$((?:\\[^]|[^$\\])+)\$(?!\d)|\\\(((?:\\[^()]|[^\\])+?)\\\)|\\ensuremath\s*\{([^{}]*)\}|\\[^]/gu;
const TEX_SIGN = /[\\^_{}]/;

/** Stands for the first piece of mathematics in a text, the next sign for the second, and so on. */
const FIRST_STAND_IN = 0xe000;
const MOST_STAND_INS = 0x1000;
const STAND_IN = /[\ue000-\uf000]/g;
/** Stands for a sign that is meant, where others begin markup. */
const LESS = '\uf000';
const LESS_COMMAND = /\\textless(?![A-Za-z])\s*(?:\{\})?/g;

/** Between dollar signs that belong to prices are words with spaces at their ends. */
const isMath = (tex: string): boolean => tex.trim() === tex || TEX_SIGN.test(tex);

/** Takes mathematics out, of which the library makes letters, and puts signs of no meaning in its place. */
const hideMath = (tex: string): { text: string; math: readonly string[] } => {
  const math: string[] = [];
  const text = tex.replace(STAND_IN, '').replace(MATH, (whole, ...groups: unknown[]) => {
    const display = typeof groups[0] === 'string';
    const inner = groups.slice(0, 4).find((group) => typeof group === 'string');
    if (inner === undefined || !isMath(inner) || math.length >= MOST_STAND_INS) return whole;
    const sign = display ? '$$' : '$';
    return String.fromCodePoint(FIRST_STAND_IN + math.push(`${sign}${inner.trim()}${sign}`) - 1);
  });
  return { text: text.replace(LESS_COMMAND, LESS), math };
};

const showMath = (text: string, math: readonly string[]): string =>
  text.replace(STAND_IN, (sign) =>
    sign === LESS ? '<' : (math[sign.charCodeAt(0) - FIRST_STAND_IN] ?? ''),
  );

const STYLES =
  'emph|text(?:it|bf|tt|sc|rm|sf|sl|md|up|normal)|text|mbox|hbox|makebox|underline|uppercase|mkbib(?:emph|italic|bold)|strong|url';
const SWITCHES =
  'em|it|bf|sc|sl|rm|sf|tt|(?:it|bf|md|sc|sl|up|rm|sf|tt)(?:shape|series|family)|normalfont|relax|protect|boldmath|noindent|/|-|@';

/** What the library does not know, or answers with markup or nothing. */
const REWRITES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '{$2} ($1)'],
  [new RegExp(String.raw`\\(?:${STYLES})\s*(?=\{)`, 'g'), ''],
  [new RegExp(String.raw`\\(?:${SWITCHES})(?![A-Za-z])\s*`, 'g'), ''],
  // `\&amp;` is what remains of an ampersand that went through HTML
  [/\\&(?=(?:amp|lt|gt|quot|#\d+|[a-z]{2,8});)/g, '&'],
  // the accent takes the place of the dot
  [/\\([`'^"~=.uvHckrdb])\s*\{\s*\\([ij])\s*\}/g, '\\$1{$2}'],
  [/\\([`'^"~=.uvHckrdb])\s*\\([ij])(?![A-Za-z])\s*/g, '\\$1{$2}'],
  [/\\aa(?![A-Za-z])\s*/g, 'å'],
  [/\\AA(?![A-Za-z])\s*/g, 'Å'],
  [/\\(?:[,;:! ]|quad|qquad|thinspace|newline|par|\\)(?![A-Za-z])/g, ' '],
  [/\\(La|Bib)?TeX(?![A-Za-z])\s*(?:\{\})?/g, '$1TeX'],
  [/\\(?:dots|ldots|textellipsis)(?![A-Za-z])/g, '…'],
];

const COMMAND_TABLES = [
  'commands',
  'mathCommands',
  'diacritics',
  'argumentCommands',
  'formattingCommands',
];
const UNKNOWN_COMMAND = /\\([A-Za-z]+)\*?\s*(?=\{)/g;

/** Whether the library knows what a command means. */
const isKnownCommand = (name: string): boolean =>
  COMMAND_TABLES.some((table) => Object.hasOwn(constants[table] ?? {}, name));

const rewrite = (tex: string): string =>
  REWRITES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), tex)
    .replace(UNKNOWN_COMMAND, (whole, name: string) => (isKnownCommand(name) ? whole : ''))
    // no mathematics begins here, or it would have been taken out
    .replace(/(?<!\\)\$/g, '\\$');

type Field = 'title' | 'author';

/** The library's reading of one field; it throws at what is no TeX. */
const readField = (field: Field, tex: string): Readonly<Record<string, unknown>> => {
  const entry = { type: 'misc', label: 'x', properties: { [field]: tex } };
  const [item] = plugins.input.data(entry, '@biblatex/entry+object') as [
    Readonly<Record<string, unknown>>,
  ];
  return item;
};

const withoutBraces = (tex: string): string => tex.replace(/(?<!\\)[{}]/g, '');

const NEEDS_READING = /[\\{}~`]|''|--/;

const readText = (tex: string): string => {
  if (!NEEDS_READING.test(tex)) return tex;
  try {
    const { title } = readField('title', tex);
    return typeof title === 'string' ? title : '';
  } catch {
    return withoutBraces(tex);
  }
};

const SCRIPT_TAG = /<(su[bp])>([^<>]{1,40})<\/\1>/g;

/** Raised and lowered letters, as far as there are letters for them; else as if they stood on the line. */
const setScripts = (html: string): string =>
  html.replace(SCRIPT_TAG, (_, tag: string, text: string) => {
    const letters = constants['mathScripts']?.[tag === 'sup' ? '^' : '_'] as Record<string, string>;
    const set = [...text].map((letter) => letters[letter]);
    return set.includes(undefined) ? text : set.join('');
  });

const paragraphToText = (tex: string): string => {
  const { text, math } = hideMath(tex);
  return showMath(htmlToText(setScripts(readText(rewrite(text)))), math);
};

/**
 * Text of a BibTeX field: accents and commands become letters, braces go, mathematics stays between dollar
 * signs. HTML that publishers leave in BibTeX goes as well.
 * @example texToText('{BERT} for Schr{\\"o}dinger\'s $O(n^{2})$') // 'BERT for Schrödinger's $O(n^{2})$'
 */
export const texToText = (tex: string): string =>
  tex
    .split(/\n\s*\n/)
    .map((paragraph) => paragraphToText(paragraph).replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

type TexName = {
  readonly given?: string;
  readonly 'non-dropping-particle'?: string;
  readonly family?: string;
  readonly suffix?: string;
};

const formatName = (parts: TexName): string =>
  joinName({ ...parts, particle: parts['non-dropping-particle'] });

/**
 * The names of an author field, given name first, by the rules of BibTeX; a group in braces is one name.
 * @example texToNames('King, Jr., Martin and {NVIDIA}') // ['Martin King Jr.', 'NVIDIA']
 */
export const texToNames = (tex: string): readonly string[] => {
  const text = rewrite(tex).trim();
  try {
    const { author = [] } = readField('author', text) as { readonly author?: readonly TexName[] };
    return author.map(formatName);
  } catch {
    return withoutBraces(text)
      .split(/\s+and\s+/i)
      .map(toName);
  }
};
