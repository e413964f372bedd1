import { splitMath } from './math.ts';

/** A repair of one kind of damage that texts take on their way here. Applying it twice changes nothing more. */
export type Repair = {
  readonly name: string;
  /** what it changes, by an example */
  readonly changes: string;
  readonly apply: (text: string) => string;
};

const ADDRESS = /(?:https?:\/\/|www\.)[^\s{}<>]+/gu;

/**
 * Applies a change to all but mathematics and web addresses: what is damage elsewhere may be meant there. Most
 * texts have no damage: without its sign nothing is looked at.
 */
const inWords = (text: string, sign: string, change: (part: string) => string): string =>
  text.includes(sign)
    ? splitMath(text)
        .map((part) => (part.type === 'math' ? part.source : outsideAddresses(part.source, change)))
        .join('')
    : text;

const outsideAddresses = (text: string, change: (part: string) => string): string => {
  let result = '';
  let start = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    result += change(text.slice(start, index)) + address;
    start = index + address.length;
  }
  return result + change(text.slice(start));
};

// dashes, quotes and such, the letter of the escape before the number: one with a letter in it is no year …
const SURE_ESCAPE = /(?<![\d_])x(20(?:1[a-f]|2[a-f]))/g;
// … and one between words neither, unlike the 2013 of `linux2013` …
const GLUED_ESCAPE = /(?<=[\p{L})”’"'])x(20(?:1[0-9]|2[0-26]|3[0-3]))(?=[\p{L}(“‘"'])/gu;
// … which in a text that is damaged elsewhere is damage as well: `usersx2019 data`
const LOOSE_ESCAPE = /(?<=\p{L})x(20(?:1[0-9]|26))(?![\p{L}\d])/gu;
const IDENTIFIER = /\b0x[\da-f]+|_/i;

const decodeHex = (_: string, hex: string): string =>
  String.fromCodePoint(Number.parseInt(hex, 16));

const restoreEscapes = (text: string): string => {
  const isDamaged = text.search(SURE_ESCAPE) >= 0 || text.search(GLUED_ESCAPE) >= 0;
  if (!isDamaged) return text;
  return text.replace(/\S+/g, (word) =>
    IDENTIFIER.test(word)
      ? word
      : word
          .replace(SURE_ESCAPE, decodeHex)
          .replace(GLUED_ESCAPE, decodeHex)
          .replace(LOOSE_ESCAPE, decodeHex),
  );
};

// a number on its own, not the 2 of `sim2real` or the 8 of `int8`, or the next one of `512times384times3`
const NUMBER = String.raw`(?:(?<![\p{L}\d_.,])|(?<=\d(?:times|sim)))\d[\d.,]*`;
const TIMES = new RegExp(String.raw`(${NUMBER})\\?times(?![\p{L}_])`, 'gu');
// what may end the second number: no word, so that `2sim2real` stays, but a sign or a unit
const NUMBER_END = String.raw`(?![\d.,])(?:times|(?!sim)\p{L}{1,3})?(?!\p{L})`;
const SIM = new RegExp(String.raw`(${NUMBER})( ?)\\?sim ?(?=\d[\d.,]*${NUMBER_END})`, 'gu');
const SPACED_UNIT =
  /(\d) , ?(?=mu[msgVWA](?![\p{L}\d])|(?:nm|mm|cm|km|ms|ns|kg|mg|[kMG]?Hz)(?![\p{L}\d]))/gu;
const MICRO = /(\d ?)\\?mu ?(?=[msgVWAFJ](?![\p{L}\d]))/gu;

const TEX_ESCAPE = /(?<!\\)\\([%&_#])/g;
const TEX_DOLLAR = /(?<!\\)\\\$(?=\d)/g;

const unescapeSigns = (text: string): string =>
  splitMath(text)
    .map(({ type, source }) => (type === 'math' ? source : source.replace(TEX_ESCAPE, '$1')))
    .join('');

const mathOf = (text: string): string =>
  splitMath(text)
    .flatMap((part) => (part.type === 'math' ? [part.tex] : []))
    .join('\n');

/** A dollar sign loses its backslash only where that makes no mathematics of the words around it. */
const unescapeDollars = (text: string): string => {
  const plain = text.replace(TEX_DOLLAR, '$');
  return mathOf(plain) === mathOf(text) ? plain : text;
};

const LINK_COMMAND = /\\url\{([^{}\s]+)\}/g;
const HREF_COMMAND = /\\href\{([^{}\s]+)\}\{([^{}]*)\}/g;
// no longer than addresses are: else a line of their beginnings would take forever
const BRACED_LABEL = /((?:https?:\/\/|www\.)[^\s{}]{1,2000})\{([^{}]*)\}/g;
const BROKEN_SCHEME = /\b(https?): ?\/ ?\/ ?(?=[\p{L}\d-]+\.[\p{L}\d])/gu;
const STYLE_COMMAND =
  /\\(?:emph|textit|textbf|texttt|textsc|textrm|textsf|textsl|underline)\{([^{}]*)\}/g;

const labelled = (label: string, url: string): string =>
  label.trim() === '' || label.trim() === url ? url : `${label.trim()} (${url})`;

const ACCENTS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
};
// `it\'s` is no accent but an apostrophe
const TEX_ACCENT = /\\(?!'[stdm]\b)(["'`^~]) ?(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/g;

const composeAccent = (whole: string, mark: string, braced?: string, bare?: string): string => {
  const composed = `${braced ?? bare ?? ''}${ACCENTS[mark] ?? ''}`.normalize('NFC');
  return composed.length === 1 ? composed : whole;
};

// UTF-8 read as Latin-1: a lead byte and its followers, of which no text has the control characters
const MISREAD =
  /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

const readAgain = (misread: string): string => {
  if (!/[\u0080-\u009f]/.test(misread)) return misread;
  try {
    return decodeURIComponent(
      [...misread].map((byte) => `%${byte.charCodeAt(0).toString(16)}`).join(''),
    );
  } catch {
    return misread;
  }
};

const LIGATURE = /[\ufb00-\ufb06]/g;

/** All repairs in the order in which they are applied. */
export const REPAIRS: readonly Repair[] = [
  {
    name: 'UTF-8 read as Latin-1',
    changes: 'robotâ\\x80\\x99s to robot’s, as far as control characters give it away',
    apply: (text) => text.replace(MISREAD, readAgain),
  },
  {
    name: 'ligatures of PDF files',
    changes: 'classiﬁcation to classification',
    apply: (text) => text.replace(LIGATURE, (ligature) => ligature.normalize('NFKC')),
  },
  {
    name: 'escapes without backslash',
    changes: 'componentsx2013such to components–such',
    apply: (text) => inWords(text, 'x20', restoreEscapes),
  },
  {
    name: 'sim without backslash',
    changes: '1.6sim14.6times to 1.6~14.6times',
    apply: (text) => inWords(text, 'sim', (part) => part.replace(SIM, '$1$2~$2')),
  },
  {
    name: 'times without backslash',
    changes: '1.36times to 1.36×',
    apply: (text) => inWords(text, 'times', (part) => part.replace(TIMES, '$1×')),
  },
  {
    name: 'units after a thin space',
    changes: '2.5 , mum to 2.5 mum',
    apply: (text) => inWords(text, ' , ', (part) => part.replace(SPACED_UNIT, '$1 ')),
  },
  {
    name: 'mu without backslash',
    changes: '2.5 mum to 2.5 μm',
    apply: (text) => inWords(text, 'mu', (part) => part.replace(MICRO, '$1μ')),
  },
  {
    name: 'escaped signs',
    changes: '50\\% to 50%',
    apply: (text) => (text.includes('\\') ? unescapeDollars(unescapeSigns(text)) : text),
  },
  {
    name: 'broken schemes',
    changes: 'https: //github.com to https://github.com',
    apply: (text) => text.replace(BROKEN_SCHEME, '$1://'),
  },
  {
    name: 'TeX links',
    changes: '\\url{https://x.org} to https://x.org',
    apply: (text) =>
      text
        .replace(LINK_COMMAND, '$1')
        .replace(HREF_COMMAND, (_, url: string, label: string) => labelled(label, url)),
  },
  {
    name: 'labels stuck to addresses',
    changes: 'https://x.org/y{this URL} to https://x.org/y (this URL)',
    apply: (text) =>
      text.replace(BRACED_LABEL, (_, url: string, label: string) =>
        label.trim() === '' || label.trim() === url ? url : `${url} (${label.trim()})`,
      ),
  },
  {
    name: 'TeX accents',
    changes: 'Schr\\"odinger to Schrödinger',
    apply: (text) => inWords(text, '\\', (part) => part.replace(TEX_ACCENT, composeAccent)),
  },
  {
    name: 'TeX styles',
    changes: '\\emph{very} to very',
    apply: (text) => inWords(text, '\\', (part) => part.replace(STYLE_COMMAND, '$1')),
  },
];

/** Repairs a title or an abstract: every rule once, in their order. */
export const repairText = (text: string): string =>
  REPAIRS.reduce((repaired, { apply }) => apply(repaired), text);
