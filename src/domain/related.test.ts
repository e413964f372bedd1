import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concept } from './concept.ts';
import type { Paper } from './paper.ts';
import { MAX_RELATED, relatedTo, relatePapers, type Mentions, type Related } from './related.ts';

type Some = Partial<Omit<Paper, 'id' | 'topics'>> & { readonly topics?: readonly string[] };

const paper = (id: string, title: string, more: Some = {}): Paper =>
  ({ id, title, abstract: '', ...more }) as Paper;

const relate = (papers: readonly Paper[], mentions?: Mentions) => {
  const listed = papers.filter(({ withdrawn }) => withdrawn === undefined);
  return relatePapers(listed, mentions);
};

const relatedIn = (
  papers: readonly Paper[],
  id: string,
  mentions?: Mentions,
): readonly Related[] => {
  const one = papers.find((other) => other.id === id);
  return one === undefined ? [] : relatedTo(relate(papers, mentions), one);
};

const idsOf = (related: readonly Related[]) => related.map((one) => one.paper.id as string);

const word = fc.constantFrom(...'cache memory KV tide clock kiln glaze HIP hip pebble'.split(' '));
const words = (maxLength: number) => fc.array(word, { maxLength }).map((some) => some.join(' '));
const anyPapers = fc.uniqueArray(
  fc.tuple(fc.nat(99), words(5), words(12), fc.boolean()).map(([number, title, abstract, isGone]) =>
    paper(`p${number}`, `${title} ${number}`, {
      abstract,
      ...(isGone && { withdrawn: 'Gone.' }),
    }),
  ),
  { selector: ({ id }) => id, maxLength: 16 },
);

describe('relatedTo', () => {
  test('gives at most ten listed papers, never the paper itself, each once and with a reason', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const relations = relate(papers);
        for (const one of papers) {
          const related = relatedTo(relations, one);
          const ids = idsOf(related);
          expect(related.length).toBeLessThanOrEqual(MAX_RELATED);
          expect(ids).not.toContain(one.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(related.every((other) => other.paper.withdrawn === undefined)).toBe(true);
          expect(related.every(({ reasons }) => reasons.length > 0)).toBe(true);
        }
      }),
    );
  });

  test('orders by likeness, then id, and the order of the papers makes no difference', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const [relations, others] = [relate(papers), relate(papers.toReversed())];
        for (const one of papers) {
          const related = relatedTo(relations, one);
          expect(relatedTo(others, one)).toEqual(related);
          for (const [at, { likeness, paper: next }] of related.entries()) {
            const before = related[at - 1];
            if (before === undefined) continue;
            expect(before.likeness).toBeGreaterThanOrEqual(likeness - 1e-6);
            if (before.likeness === likeness) expect(before.paper.id < next.id).toBe(true);
          }
        }
      }),
    );
  });

  test('two papers are as alike from either side', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const relations = relate(papers);
        const likenesses = new Map<string, number>(
          papers.flatMap((one) =>
            relatedTo(relations, one).map(
              (other) => [`${one.id} ${other.paper.id}`, other.likeness] as const,
            ),
          ),
        );
        for (const [pair, likeness] of likenesses) {
          const back = likenesses.get(pair.split(' ').toReversed().join(' '));
          if (back !== undefined) expect(back).toBe(likeness);
        }
      }),
    );
  });

  test('a paper that shares no word with the others changes no list', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const stranger = paper('stranger', 'Zymurgy', { abstract: 'Hops, malt and yeast.' });
        const before = papers.map((one) => idsOf(relatedTo(relate(papers), one)).toSorted());
        const relations = relate([...papers, stranger]);
        const after = papers.map((one) => idsOf(relatedTo(relations, one)).toSorted());
        // what a word is worth depends on how many papers there are, so near ties may swap: compare whole lists
        if (papers.length <= MAX_RELATED) expect(after).toEqual(before);
        expect(relatedTo(relations, stranger)).toEqual([]);
      }),
    );
  });

  test('says what both are about: shared terms, whole phrases before their pieces', () => {
    const papers = [
      paper('a', 'KV cache offloading on a single GPU'),
      paper('b', 'Offloading the KV cache: a single GPU suffices'),
      paper('c', 'Tides', { abstract: 'A cache of stones.' }),
    ];
    const [first] = relatedIn(papers, 'a');
    expect(first?.paper.id).toBe('b');
    expect(first?.reasons.toSorted()).toEqual(['KV cache', 'offloading', 'single GPU']);
  });

  test('names concepts that both mention first, the commonplace last, and nothing twice', () => {
    const concept = (id: string, name: string, aliases: string[] = []) =>
      ({ id, name, aliases, definition: '' }) as unknown as Concept;
    const papers = [
      paper('a', 'LLM offloading'),
      paper('b', 'Offloading an LLM'),
      paper('c', 'Another LLM'),
      ...['d', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((id) => paper(id, 'Kilns')),
    ];
    const llm = concept('llm', 'Large language model', ['LLM']);
    const memory = concept('tiers', 'Memory tiers');
    const mentions: Mentions = new Map(
      papers.map(({ id }) => [id, id < 'c' ? [llm, memory] : id === 'c' ? [llm] : []]),
    );
    const [first] = relatedIn(papers, 'a', mentions);
    expect(first?.reasons).toEqual(['Memory tiers', 'offloading', 'LLM']);
  });

  test('relates papers by what both mention, though they share no word', () => {
    const tides = { id: 'tide', name: 'Tide', definition: '' } as unknown as Concept;
    const papers = [
      paper('a', 'Ebb'),
      paper('b', 'Flood'),
      ...['c', 'd', 'e', 'f', 'g'].map((id) => paper(id, 'Kilns')),
    ];
    const mentions = new Map(papers.slice(0, 2).map(({ id }) => [id, [tides]]));
    const related = relatedIn(papers, 'a', mentions);
    expect(related.map(({ paper: { id }, reasons }) => [id, reasons])).toEqual([['b', ['Tide']]]);
    expect(relatedIn(papers, 'a')).toEqual([]);
  });

  test('tells the topics that both have, in the order of the paper', () => {
    const papers = [
      paper('a', 'Kiln', { topics: ['ovens', 'tides', 'bees'] }),
      paper('b', 'Kiln', { topics: ['bees', 'ovens'] }),
    ];
    expect(relatedIn(papers, 'a')[0]?.topics).toEqual(['ovens', 'bees']);
  });

  test('lists no other version of the same work, and of two versions one', () => {
    const papers = [
      paper('a', 'Kiln and glaze', { arxiv: '2001.00001' }),
      paper('b', 'Kilns and glazes, revisited', { also: [{ arxiv: '2001.00001' }] }),
      paper('c', 'Glaze of a kiln', { doi: '10.5555/C' }),
      paper('d', 'Glaze of one kiln', { also: [{ doi: '10.5555/c' }] }),
    ];
    expect(idsOf(relatedIn(papers, 'a'))).toEqual(['c']);
    expect(idsOf(relatedIn(papers, 'c'))).toEqual(['a']);
  });

  test('papers of one title are different works when their texts differ', () => {
    const tide = 'Tide, pebble, estuary, barge, sluice and swan.';
    const clay = 'Clay, gloss, burnish, jar, platelet and rain.';
    const alike = [
      paper('a', 'Polish', { abstract: tide }),
      paper('b', 'Polish', { abstract: `${tide} Again.` }),
      paper('c', 'Pebble and swan'),
    ];
    expect(idsOf(relatedIn(alike, 'a'))).toEqual(['c']);
    const filler = [paper('x', 'x', { abstract: tide }), paper('y', 'y', { abstract: clay })];
    const different = [
      paper('a', 'Polish', { abstract: tide }),
      paper('b', 'Polish', { abstract: clay }),
      ...filler,
    ];
    expect(idsOf(relatedIn(different, 'a'))).toContain('b');
  });

  test('a withdrawn paper has no relatives', () => {
    const papers = [
      paper('a', 'Kiln', { withdrawn: 'Gone.' }),
      paper('b', 'Kiln'),
      paper('c', 'Kiln'),
    ];
    expect(relatedIn(papers, 'a')).toEqual([]);
    expect(idsOf(relatedIn(papers, 'b'))).toEqual(['c']);
  });
});
