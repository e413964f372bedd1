import { abstractLinks, sameAs } from '../../src/domain/abstract-links.ts';
import {
  paperSchema,
  type Author,
  type Container,
  type Link,
  type PaperFields,
} from '../../src/domain/paper.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import { repairText } from '../../src/domain/repair.ts';
import { issuesToProblems, valueAt } from '../../src/domain/schema-problems.ts';
import { cleanText, normalizeText } from '../../src/domain/text.ts';
import { given } from './sources/given.ts';
import { arxivIn, toArxiv, toDoi, toOrcid } from './sources/identifiers.ts';
import { toDate } from './sources/source-dates.ts';
import { droppedField, type SourceRecord } from './sources/source-record.ts';

export type Place = { readonly file: string; readonly line: number };

/** One line of text without what could not stay in it; undefined when it held nothing else. */
const toLine = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const line = normalizeText(repairText(cleanText(text).text)).replace(/\s+/g, ' ');
  return line === '' ? undefined : line;
};

const toAuthor = ({ name, orcid }: Author): readonly Author[] => {
  const line = toLine(name);
  return line === undefined
    ? []
    : [{ name: line, ...(orcid === undefined ? {} : { orcid: toOrcid(orcid) }) }];
};

/** Pages are joined by a single hyphen, whatever stood between them. */
const toPages = (pages: string | undefined): string | undefined =>
  toLine(pages)?.replace(/(?<=\w)\s*[-‐-―−]+\s*(?=\w)/gu, '-');

const toContainer = (container: Container): Container | undefined => {
  const { type, name, volume, issue, pages, publisher } = container;
  const line = toLine(name);
  if (line === undefined) return undefined;
  const numbers = { volume: toLine(volume), issue: toLine(issue), pages: toPages(pages) };
  return {
    name: line,
    ...given<Container>({ type, ...numbers, publisher: toLine(publisher) }),
  };
};

/** The source's own links first; an address that the abstract names as well stands once. */
const toLinks = (links: readonly Link[], abstract: string): readonly Link[] => {
  const byPlace = new Map<string, Link>();
  for (const { kind, url } of [...links, ...abstractLinks(abstract)])
    if (!byPlace.has(sameAs(url))) byPlace.set(sameAs(url), { kind, url });
  return [...byPlace.values()];
};

/** The fields of an entry as a record gives them; the schema has not yet judged them. */
export const toFields = (record: SourceRecord, title: string, abstract: string): object => {
  const { authors = [], container, date, doi, pdf, links = [] } = record;
  // preprints have a DOI and a PDF that name them
  const arxiv = record.arxiv ?? arxivIn(doi) ?? arxivIn(pdf);
  return {
    title,
    ...given<PaperFields>({
      authors: authors.flatMap(toAuthor),
      date: date === undefined ? undefined : toDate(date),
      container: container && toContainer(container),
      doi: doi === undefined ? undefined : toDoi(doi),
      arxiv: arxiv === undefined ? undefined : toArxiv(arxiv),
      pdf: pdf?.trim(),
      links: [...toLinks(links, abstract)],
    }),
  };
};

type Path = readonly PropertyKey[];

/** Without these there is no author, no container and no link. */
const ESSENTIAL: ReadonlySet<PropertyKey> = new Set(['name', 'kind', 'url']);

/** A copy of a value with nothing where paths lead. One copy for all: a list may have thousands of bad members. */
const without = (value: object, paths: readonly Path[]): object => {
  const copy = structuredClone(value);
  for (const path of paths) {
    const holder = valueAt(copy, path.slice(0, -1));
    if (typeof holder === 'object' && holder !== null)
      (holder as Record<PropertyKey, unknown>)[path.at(-1) ?? ''] = undefined;
  }
  return copy;
};

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** Closes the gaps that `without` leaves. */
const closeGaps = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, closeGaps(one)] as const)
      .filter(([, one]) => !isNothing(one)),
  );
};

/**
 * Lets the schema judge the fields of a paper. Only a paper without a sound title is refused; of all others what
 * is unsound is left out, each with a warning.
 */
export const judgeFields = (
  value: object,
  place: Place,
): { fields?: PaperFields; problems: readonly Problem[] } => {
  const { data, error } = paperSchema.safeParse(value);
  if (data !== undefined) return { fields: data, problems: [] };
  const judged = { value, schema: paperSchema, file: place.file, lineOf: () => place.line };
  const isTitle = ({ path }: { readonly path: Path }) => path[0] === 'title';
  if (error.issues.some(isTitle))
    return { problems: issuesToProblems(error.issues.filter(isTitle), judged) };
  // a value may go against several rules of its field
  const issues = new Map(
    error.issues.toReversed().map((issue) => [issue.path.join('.'), issue] as const),
  );
  const problems = [...issues.values()]
    .toReversed()
    .flatMap((issue) =>
      issuesToProblems([issue], judged).map(({ field = '', wanted }) =>
        droppedField(place, field, quote(valueAt(value, issue.path)), wanted),
      ),
    );
  const paths = error.issues.map(({ path }) =>
    ESSENTIAL.has(path.at(-1) ?? '') ? path.slice(0, -1) : path,
  );
  const rest = closeGaps(without(value, paths));
  const second = paperSchema.safeParse(rest);
  return { ...(second.data && { fields: second.data }), problems };
};
