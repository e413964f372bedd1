import type { CslItem, CslName } from './citation-record.ts';
import { doiUrl } from './publication.ts';
import { writeDocument } from './write-markdown.ts';

/** Of more authors than can be listed the first few are, and it is said that there are others. */
const MAX_NAMES = 10;

const isKnown = (piece: string | undefined): piece is string => piece !== undefined && piece !== '';

/** Pieces that are known, with something between them. */
const join = (pieces: readonly (string | undefined)[], between: string): string =>
  pieces.filter(isKnown).join(between);

const toFullName = (name: CslName): string => {
  const { literal, given, family, suffix } = name;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  // what an apostrophe ends is one word with what follows: d'Alembert
  const surname = join([...particles, family], ' ').replace(/(['’]) /g, '$1');
  return literal ?? join([given, surname, suffix], ' ');
};

/** @example joinNames(['A', 'B', 'C']) // 'A, B, and C' */
const joinNames = (names: readonly string[]): string => {
  if (names.length > MAX_NAMES) return `${names.slice(0, MAX_NAMES).join(', ')}, et al.`;
  const [last = ''] = names.slice(-1);
  const others = names.slice(0, -1);
  if (others.length === 0) return last;
  return `${others.join(', ')}${others.length > 1 ? ',' : ''} and ${last}`;
};

/** @example 'Journal of Light, 3(2), 10–20, A Press' */
const toPlace = (item: CslItem): string => {
  const { 'container-title': container, volume = '', issue, page, publisher, number } = item;
  const part = issue === undefined ? volume : `${volume}(${issue})`;
  return join([container, part, page?.replaceAll('-', '–'), publisher, number], ', ');
};

/** What has an end of its own needs no full stop. */
const withStop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

const sentences = (pieces: readonly (string | undefined)[]): string =>
  pieces.filter(isKnown).map(withStop).join(' ');

const addressOf = ({ DOI, URL }: CslItem): string | undefined =>
  DOI === undefined ? URL : doiUrl(DOI);

/** What stands before the title, and what stands between it and the address. */
const around = (item: CslItem) => {
  const { author = [], issued } = item;
  const year = issued?.['date-parts'][0][0];
  return {
    before: sentences([joinNames(author.map(toFullName)), year?.toString()]),
    after: sentences([toPlace(item)]),
  };
};

type Pieces = ReturnType<typeof around>;

/** The title being a link to where the paper is, its address need not be printed. */
const toMarkdownLine = (item: CslItem, { before, after }: Pieces, address?: string): string => {
  const { title } = item;
  const url = addressOf(item) ?? address;
  const text = { type: 'text', value: title } as const;
  const stop = withStop(title).slice(title.length);
  const rest = after === '' ? stop : `${stop} ${after}`;
  return writeDocument({
    type: 'paragraph',
    children: [
      { type: 'text', value: before === '' ? '' : `${before} ` },
      url === undefined ? text : { type: 'link', url, children: [text] },
      { type: 'text', value: rest },
    ],
  }).trim();
};

/**
 * A citation for people: authors, year, title, what it appeared in, address. Nothing stands for what is not
 * known, where common styles write «n.d.».
 * @param address where the link leads unless the paper has a DOI or an address of its own
 * @example text: 'Ada Author and Bo Writer. 2024. A Title. Journal of Light, 3(2), 10–20. https://doi.org/10.1/x'
 * @example markdown: 'Ada Author and Bo Writer. 2024. [A Title](https://doi.org/10.1/x). Journal of Light, 3(2), 10–20.'
 */
export const toReadableCitations = (item: CslItem, address?: string) => {
  const pieces = around(item);
  const { before, after } = pieces;
  return {
    text: join([before, withStop(item.title), after, addressOf(item)], ' '),
    markdown: toMarkdownLine(item, pieces, address),
  };
};
