import type { CONTAINER_TYPES, Paper } from './paper.ts';
import { toCslName, type CslName } from './person-name.ts';
import { arxivUrl } from './publication.ts';

export type { CslName };
export type CslType =
  'article' | 'article-journal' | 'paper-conference' | 'chapter' | 'thesis' | 'report';

/**
 * A paper as the Citation Style Language's data schema 1.0 has it; every citation is made from it. What is not
 * known is not there.
 */
export type CslItem = {
  readonly id: string;
  readonly type: CslType;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly publisher?: string;
  readonly genre?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly language?: string;
};

const TYPES: Readonly<Record<(typeof CONTAINER_TYPES)[number], CslType>> = {
  journal: 'article-journal',
  conference: 'paper-conference',
  workshop: 'paper-conference',
  preprint: 'article',
  book: 'chapter',
  thesis: 'thesis',
  report: 'report',
};

/** @example toIssued('2024-03') // { 'date-parts': [[2024, 3]] } */
const toIssued = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] as const });

/** A thesis and a report name who published them where others name what they appeared in. */
const placeOf = ({ container, arxiv }: Paper) => {
  if (container === undefined)
    return arxiv === undefined ? {} : { publisher: 'arXiv', number: `arXiv:${arxiv}` };
  const { type, name, volume, issue, pages, publisher } = container;
  if (type === 'thesis' || type === 'report')
    return { publisher: publisher ?? name, number: issue ?? volume };
  if (type === 'preprint')
    return { publisher: name, number: arxiv === undefined ? undefined : `arXiv:${arxiv}` };
  return { 'container-title': name, volume, issue, page: pages, publisher };
};

/** Whether a record says of nothing that it was printed there: a preprint, or a paper of which no more is known. */
export const isUnpublished = ({ type, 'container-title': container }: CslItem): boolean =>
  type === 'article' && container === undefined;

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

const dropUnknown = <T extends object>(fields: Loose<T>): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const makeItem = (paper: Paper): CslItem => {
  const { id, title, authors = [], container, date, doi, arxiv, pdf, lang } = paper;
  const address = arxiv === undefined ? pdf : arxivUrl(arxiv);
  return dropUnknown<CslItem>({
    id,
    type: container?.type === undefined ? 'article' : TYPES[container.type],
    title,
    author: authors.length > 0 ? authors.map(({ name }) => toCslName(name)) : undefined,
    issued: date === undefined ? undefined : toIssued(date),
    ...placeOf(paper),
    DOI: doi,
    URL: doi === undefined ? address : undefined,
    language: lang,
  });
};

const items = new WeakMap<Paper, CslItem>();

/**
 * The record of a paper from which all its citations are made. Its id is that of the paper. Made once, for a
 * paper is cited on its page, in its Markdown, and in the files of the collection and its topics.
 */
export const toCslItem = (paper: Paper): CslItem => {
  const item = items.get(paper) ?? makeItem(paper);
  items.set(paper, item);
  return item;
};
