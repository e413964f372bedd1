import { describe, expect, test } from 'vitest';
import type { PaperId } from './fields.ts';
import type { Paper } from './paper.ts';
import { relatePapers } from './related.ts';
import { findSubjects } from './topic-seeds.ts';

const paper = (id: string, title: string, abstract: string): Paper => ({
  id: id as PaperId,
  title,
  abstract,
});

/** Two subjects with a vocabulary each; every paper speaks of harbours. */
const PAPERS = [1, 2, 3, 4, 5, 6].flatMap((at) => [
  paper(`b${at}`, 'Waggle dance at the harbour', 'Foragers bring pollen from clover to a hive.'),
  paper(`t${at}`, 'Spring tide at the harbour', 'The moon lifts boats over a sandbank at dusk.'),
]);

const subjectsOf = (papers: readonly Paper[]) => {
  const relations = relatePapers(papers);
  return findSubjects(relations).map(({ term, places }) => ({
    label: relations.space.labels[term],
    ids: places.map((at) => relations.space.ids[at]?.[0]),
  }));
};

describe('findSubjects', () => {
  test('names the subjects of papers, and no word that all of them have', () => {
    const subjects = subjectsOf(PAPERS);
    expect(subjects).toHaveLength(2);
    expect(subjects.map(({ ids }) => [...new Set(ids)].join('')).toSorted()).toEqual(['b', 't']);
    expect(subjects.map(({ label }) => label)).not.toContain('harbour');
  });

  test('does not depend on the order of the papers', () => {
    expect(subjectsOf(PAPERS.toReversed())).toEqual(subjectsOf(PAPERS));
  });

  test('finds none where there are no papers, or none that share anything', () => {
    expect(subjectsOf([])).toEqual([]);
    expect(subjectsOf([paper('a', 'Tea', ''), paper('b', 'Clocks', '')])).toEqual([]);
  });
});
