import { toCitationFile, type CitationFormat } from './citation-formats.ts';
import type { ReadingList } from './reading-list.ts';

/** The citation of one paper of a list in one format, as its page holds it. */
export type ListCitation = { readonly id: string; readonly text: string };

const BETWEEN: Readonly<Record<Exclude<CitationFormat, 'csl-json' | 'markdown'>, string>> = {
  bibtex: '\n\n',
  ris: '\n\n',
  text: '\n\n',
};

/** The members of all arrays, in one array. */
const joinArrays = (texts: readonly string[]): string =>
  JSON.stringify(
    texts.flatMap((text) => JSON.parse(text) as unknown),
    null,
    2,
  );

/** @example indent('a\n\nb') // '  a\n\n  b' */
const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** What could begin a heading, a list or a quotation at the start of a line, or markup anywhere. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');

const noteOf = (list: ReadingList, id: string): readonly string[] => {
  const { note = '', tags = [], isRead = false } = list.find((item) => item.id === id) ?? {};
  const marks = [...(isRead ? ['read'] : []), ...tags];
  return [...(marks.length > 0 ? [marks.join(', ')] : []), ...(note === '' ? [] : [note])];
};

const joinMarkdown = (list: ReadingList, citations: readonly ListCitation[]): string =>
  citations
    .map(({ id, text }) =>
      [`- ${indent(text).trimStart()}`, ...noteOf(list, id).map(escapeMarkdown).map(indent)].join(
        '\n\n',
      ),
    )
    .join('\n\n');

/** One file of the citations of a list, in its order; Markdown has the reader's marks and notes below each. */
export const joinCitations = (
  format: CitationFormat,
  list: ReadingList,
  citations: readonly ListCitation[],
): string => {
  const texts = citations.map(({ text }) => text.trim());
  const joined =
    format === 'csl-json'
      ? joinArrays(texts)
      : format === 'markdown'
        ? joinMarkdown(
            list,
            citations.map(({ id, text }) => ({ id, text: text.trim() })),
          )
        : texts.join(BETWEEN[format]);
  return toCitationFile(format, joined);
};
