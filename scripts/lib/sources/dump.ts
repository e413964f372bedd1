import { quote, type Problem } from '../../../src/domain/problem.ts';
import { labelLines, looksFinished, type Label, type Line } from './title-or-abstract.ts';
import type { Reading, SourceFormat, SourceRecord } from './source-record.ts';

const INVITATION =
  /^(?:get|receive) (?:the )?(?:trending|latest|daily|new) papers in your e?-?mail inbox(?: once a day| every day| daily)?[!.]?\s*/iu;
// what is glued to it is the title; `Subscribers`, `Subscribe to …`, `Subscribe: …` are words of a title
const GLUED_SUBSCRIBE = /^Subscribe(?=[^\s\p{Ll}:,.;!?’'-]|(?!(?:rs?|d|s)(?![\p{L}\p{N}]))\p{Ll})/u;
const SUBSCRIBE = /^subscribe(?: now| today)?[!.]?$/iu;

/** Takes the banner's words off the start of a line; what is left, if anything, is the listing's. */
const withoutInvitations = (text: string): string => {
  let rest = text;
  while (INVITATION.test(rest)) rest = rest.replace(INVITATION, '');
  return SUBSCRIBE.test(rest) ? '' : rest;
};

type Piece = { text: string; number: number };

/** Lines as an editor counts them; form feeds and the like break a line without counting. */
const toPieces = (text: string): readonly Piece[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) =>
      line
        .split(/[\v\f\u0085\u2028\u2029]/)
        .map((piece) => ({ text: piece.replace(/\s+/g, ' ').trim(), number: index + 1 })),
    );

/** The listing's lines: without banner and empty lines, `Subscribe` taken off the title that follows a banner. */
const toLines = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let afterBlank = false;
  let afterBanner = true;
  for (const { text: piece, number } of toPieces(text)) {
    if (piece === '') {
      afterBlank = true;
      continue;
    }
    const listed = withoutInvitations(piece);
    if (listed !== piece) afterBanner = true;
    if (listed === '') continue;
    lines.push({
      text: afterBanner ? listed.replace(GLUED_SUBSCRIBE, '') : listed,
      number,
      afterBlank,
    });
    afterBanner = false;
    afterBlank = false;
  }
  return lines;
};

type Entry = { readonly title?: Line; readonly lines: readonly Line[] };

const toEntries = (lines: readonly Line[], labels: readonly Label[]): readonly Entry[] => {
  const entries: { title?: Line; lines: Line[] }[] = [];
  lines.forEach((line, index) => {
    const label = labels[index];
    const last = entries.at(-1);
    if (label === 'title') entries.push({ title: line, lines: [] });
    else if (label === 'abstract' && (last === undefined || last.lines.length > 0))
      entries.push({ lines: [line] });
    else last?.lines.push(line);
  });
  return entries;
};

/** Joins an abstract's lines; an empty line after a whole sentence separates its paragraphs. */
const joinLines = (lines: readonly Line[]): string =>
  lines.reduce((text, line) => {
    if (text === '') return line.text;
    const isParagraph = line.afterBlank && looksFinished(text) && !/^\p{Ll}/u.test(line.text);
    return text + (isParagraph ? '\n\n' : ' ') + line.text;
  }, '');

type Flaw = Pick<Problem, 'found' | 'wanted' | 'hint'> & { readonly line: Line };

const HINT_SOURCE = 'Copy the listing again, or write the entry by hand.';

const flawOf = ({ title, lines }: Entry, isLast: boolean): Flaw | undefined => {
  const [first] = lines;
  if (title === undefined)
    return (
      first && {
        line: first,
        found: `an abstract without title, ${quote(first.text)}`,
        wanted: 'a title line before it',
        hint: HINT_SOURCE,
      }
    );
  if (first === undefined)
    return {
      line: title,
      found: `the title ${quote(title.text)} and ${isLast ? 'the end of the file' : 'another title'} after it`,
      wanted: 'its abstract',
      hint: HINT_SOURCE,
    };
  const last = lines.at(-1) ?? first;
  if (!isLast || looksFinished(last.text)) return undefined;
  return {
    line: last,
    found: `an abstract cut off at the end of the file, ${quote(last.text.slice(-60))}`,
    wanted: 'an abstract that ends with a sentence or an address',
    hint: HINT_SOURCE,
  };
};

const readDump = (text: string, file: string): Reading => {
  const lines = toLines(text);
  const entries = toEntries(lines, labelLines(lines));
  const records: SourceRecord[] = [];
  const problems: Problem[] = [];
  entries.forEach((entry, index) => {
    const flaw = flawOf(entry, index === entries.length - 1);
    if (flaw !== undefined)
      problems.push({ severity: 'error', file, ...flaw, line: flaw.line.number });
    else if (entry.title !== undefined)
      records.push({
        title: entry.title.text,
        abstract: joinLines(entry.lines),
        line: entry.title.number,
      });
  });
  return { records, problems };
};

// how the formats begin that people keep papers in: BibTeX, JSON, XML and HTML, RIS, YAML, Markdown, scripts
const MARKUP = /^(?:[@{[<%#]|---|TY {2}-)/;
// a table's first line: names without spaces around them, at least three
const TABLE_HEAD = /^[\w"]+(?:[,;|\t][\w" ]+){2,}$/;

// characters from which the format shows
const LOOKED_AT = 100_000;

// how much of a text without banner must look like papers
const SOUND_SHARE = 0.8;

/** Sentences, mostly of letters: neither code nor a table. */
const isProse = (text: string): boolean => {
  const letters = text.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  return text.length >= 60 && letters >= 0.85 * text.length && looksFinished(text);
};

/** Text is a dump when a banner opens it, or when most of what it says are titles with abstracts. */
const isDump = (text: string): boolean => {
  const start = text.replace(/^\ufeff/, '').trimStart();
  const firstLine = start.slice(0, 2000).split(/[\r\n]/, 1)[0] ?? '';
  if (withoutInvitations(firstLine.trim()) !== firstLine.trim()) return true;
  if (MARKUP.test(firstLine) || TABLE_HEAD.test(firstLine)) return false;
  const { records, problems } = readDump(start.slice(0, LOOKED_AT), '');
  const sound = records.filter(({ abstract }) => isProse(abstract)).length;
  return sound > 0 && sound >= SOUND_SHARE * (records.length + problems.length);
};

/**
 * The dump: text copied from a page that lists papers. Banner lines (an invitation to get papers by mail, a
 * button that says `Subscribe`), then for each paper a title line and its abstract.
 *
 * Nothing marks what is a title and what an abstract, so every line is weighed by its shape: capitals, a name
 * and a colon speak for a title; more than 250 characters, a full stop at the end or inside, words such as
 * `we`, `that` or `is`, a small first letter and an address speak for an abstract. A line also goes on with the
 * abstract before it for reasons of its own: that one broke off in mid-sentence or at the width at which the
 * file breaks its lines. Of all ways to read the file the one wins that goes least against all this
 * (`labelLines`). So titles may be long, may be sentences, and may end in `?`, `!` or a full stop; abstracts may
 * be one short sentence, many short lines, several paragraphs, and may end without a full stop. What cannot be
 * told: a second paragraph from an abstract whose title is missing, as long as both together are no longer than
 * arXiv lets an abstract be (1,920 characters): they are taken for one.
 */
export const dump: SourceFormat = {
  name: 'dump',
  label: 'a dump',
  recognizes: isDump,
  read: readDump,
};
