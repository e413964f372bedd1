import type { Container, Paper } from './paper.ts';
import { arxivUrl } from './publication.ts';

type Keys = Readonly<Record<string, string | undefined>>;
/** A kind of thing, by the name of the matrix that says which keys it has. */
type Described = { readonly matrix: 'journal' | 'book' | 'dissertation'; readonly keys: Keys };

const pagesOf = ({ pages = '' }: Container): Keys => {
  const [spage, epage] = pages.split(/\s*[-–]+\s*/);
  return { spage, epage };
};

const inJournal = ({ title, arxiv }: Paper, container: Container | undefined): Described => {
  const isPreprint = container === undefined ? arxiv !== undefined : container.type === 'preprint';
  const genre = isPreprint ? 'preprint' : container?.type === 'journal' ? 'article' : 'unknown';
  const { name, volume, issue } = container ?? {};
  const pages = container && pagesOf(container);
  return {
    matrix: 'journal',
    keys: { genre, atitle: title, jtitle: name, volume, issue, ...pages },
  };
};

const inBook = ({ title }: Paper, container: Container, genre: string): Described => ({
  matrix: 'book',
  keys: {
    genre,
    atitle: title,
    btitle: container.name,
    series: container.volume,
    ...pagesOf(container),
    pub: container.publisher,
  },
});

const describe = (paper: Paper): Described => {
  const { title, container } = paper;
  if (container === undefined) return inJournal(paper, container);
  const { name, issue, volume, publisher = name } = container;
  switch (container.type) {
    case 'conference':
    case 'workshop':
      return inBook(paper, container, 'proceeding');
    case 'book':
      return inBook(paper, container, 'bookitem');
    case 'thesis':
      return { matrix: 'dissertation', keys: { title, inst: publisher } };
    case 'report':
      return {
        matrix: 'book',
        keys: { genre: 'report', btitle: title, pub: publisher, series: issue ?? volume },
      };
    default:
      return inJournal(paper, container);
  }
};

const identifierOf = ({ doi, arxiv }: Paper): string | undefined => {
  if (doi !== undefined) return `info:doi/${doi}`;
  return arxiv === undefined ? undefined : arxivUrl(arxiv);
};

const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');

/**
 * A paper as an OpenURL ContextObject in a line (ANSI/NISO Z39.88-2004, key/encoded value), from which reference
 * managers take the papers of a list: the title of an empty element of the class `Z3988`.
 */
export const toCoins = (paper: Paper): string => {
  const { matrix, keys } = describe(paper);
  const pairs = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${matrix}`],
    ...Object.entries(keys).map(([key, value]) => [`rft.${key}`, value] as const),
    ['rft.date', paper.date],
    ...(paper.authors ?? []).map(({ name }) => ['rft.au', name] as const),
    ['rft_id', identifierOf(paper)],
  ] as const;
  return pairs.flatMap(([key, value]) => (value ? [`${key}=${encode(value)}`] : [])).join('&');
};
