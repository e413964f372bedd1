import type { Catalog } from '../domain/catalog.ts';
import { KIND_LABELS } from '../domain/labels.ts';
import type { Paper } from '../domain/paper.ts';

/** A search to try, and what it finds. */
export type SearchExample = { readonly q: string; readonly finds: string };

type Known = Pick<Catalog, 'papers' | 'papersByTopic' | 'topics'>;

/** Papers that are read for words to show: enough to tell what a collection is about. */
const MAX_READ = 500;

/** The values that papers have, the most frequent first, then by name. */
const rankValues = <T extends string>(
  papers: readonly Paper[],
  valuesOf: (paper: Paper, at: number) => readonly (T | undefined)[],
): readonly T[] => {
  const counts = new Map<T, number>();
  for (const value of papers.flatMap(valuesOf))
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const byCount = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return byCount.map(([value]) => value);
};

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/(?<![\p{L}\p{N}-])\p{L}{5,}(?![\p{L}\p{N}-])/gu) ?? [];

/** Two and three long words of a title that stand side by side. */
const phrasesOf = (title: string): readonly string[] => {
  const runs = title.toLowerCase().match(/(?<![\p{L}\p{N}-])\p{L}{5,}(?: \p{L}{5,})+/gu) ?? [];
  const phrases = runs.flatMap((run) => {
    const words = run.split(' ');
    return [2, 3].flatMap((length) =>
      words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' ')),
    );
  });
  return [...new Set(phrases)];
};

/** Each as often as it has words: a longer phrase says more. */
const weigh = (phrases: readonly string[]): readonly string[] =>
  phrases.flatMap((phrase) => phrase.split(' ').map(() => phrase));

const byWords = (papers: readonly Paper[]): readonly SearchExample[] => {
  const read = papers.slice(0, MAX_READ);
  const words = read.map(({ title }) => new Set(wordsOf(title)));
  const [one, ...others] = rankValues(read, (_, at) => [...(words[at] ?? [])]);
  // where both always stand together, one without the other would find nothing
  const other = others.find((word) =>
    words.some((own) => one !== undefined && own.has(one) && !own.has(word)),
  );
  const [phrase] = rankValues(read, ({ title }) => weigh(phrasesOf(title)));
  if (one === undefined || other === undefined) return [];
  return [
    { q: `"${phrase ?? one}"`, finds: 'exactly these words, one after the other' },
    { q: `${one} -${other}`, finds: `${one}, but not ${other}` },
    { q: `${one} OR ${other}`, finds: 'one of these words, or both' },
    { q: `title:${one}`, finds: 'the word in the title' },
  ];
};

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

const byFields = ({ papers, papersByTopic, topics }: Known): readonly SearchExample[] => {
  const examples: SearchExample[] = [];
  const add = (value: string | undefined, finds: string, field: string): void => {
    // a quotation mark in a name would end the quotation
    if (value !== undefined && !/["“”„]/.test(value))
      examples.push({ q: `${field}:${quoted(value)}`, finds });
  };
  const sizeOf = (id: (typeof topics)[number]['id']) => papersByTopic.get(id)?.length ?? 0;
  const [topic] = topics.toSorted((a, b) => sizeOf(b.id) - sizeOf(a.id));
  const [kind] = rankValues(papers, (paper) => [paper.kind]);
  const hasCode = papers.some(({ links = [] }) => links.some((link) => link.kind === 'code'));
  const [author] = rankValues(papers, ({ authors = [] }) => authors.map(({ name }) => name));
  const [venue] = rankValues(papers, ({ container }) => [container?.name]);
  const years = papers.flatMap(({ date }) => date?.slice(0, 4) ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  if (topic !== undefined && sizeOf(topic.id) > 0)
    add(topic.id, `the topic ${topic.name}`, 'topic');
  if (kind !== undefined) add(kind, KIND_LABELS[kind].many.toLowerCase(), 'kind');
  if (hasCode) add('code', 'papers that come with code', 'has');
  add(author?.split(/\s+/).at(-1), 'an author, by any part of the name', 'author');
  add(venue, 'where it was published, by any part of the name', 'venue');
  if (first !== undefined) add(`${first}..${last}`, 'when it was published', 'year');
  return examples;
};

/** Searches that show readers the query language on their own collection. */
export const searchExamples = (catalog: Known): readonly SearchExample[] => [
  ...byWords(catalog.papers),
  ...byFields(catalog),
];
