import { yearOf, type Paper } from './paper.ts';

/** The ways to browse that a collection has: a page for each is there only when it has something to show. */
export type Sections = {
  readonly topics: boolean;
  readonly concepts: boolean;
  readonly authors: boolean;
  readonly venues: boolean;
  readonly years: boolean;
};

/** What listed papers make known. */
export const sectionsOf = ({
  papers,
  topics,
  concepts,
}: {
  readonly papers: readonly Paper[];
  readonly topics: readonly unknown[];
  readonly concepts: readonly unknown[];
}): Sections => ({
  topics: topics.length > 0,
  concepts: concepts.length > 0,
  authors: papers.some(({ authors = [] }) => authors.length > 0),
  venues: papers.some(({ container }) => container !== undefined),
  years: papers.some((paper) => yearOf(paper) !== undefined),
});

/** A list of what papers have in common, by which readers browse. */
export type Way = {
  readonly section: keyof Sections;
  readonly path: string;
  readonly name: string;
  /** papers are listed by … */
  readonly by: string;
};

const WAYS: readonly Way[] = [
  { section: 'topics', path: '/topics/', name: 'Topics', by: 'topic' },
  { section: 'authors', path: '/authors/', name: 'Authors', by: 'author' },
  { section: 'venues', path: '/venues/', name: 'Venues', by: 'venue' },
  { section: 'years', path: '/years/', name: 'Years', by: 'year' },
];

/** The ways to browse that a collection has, the one that tells most first. */
export const waysOf = (sections: Sections): readonly Way[] =>
  WAYS.filter(({ section }) => sections[section]);
