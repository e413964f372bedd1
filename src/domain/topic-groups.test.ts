import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from './paper.ts';
import { relatePapers } from './related.ts';
import { groupPapers, narrowGroups, type PaperGroup } from './topic-groups.ts';

const paper = (id: string, title: string, abstract = ''): Paper =>
  ({ id, title, abstract }) as Paper;

const groupsIn = (papers: readonly Paper[], topicName?: string): readonly PaperGroup[] => {
  return groupPapers(relatePapers(papers), papers, topicName);
};

const shown = (groups: readonly PaperGroup[]) =>
  groups.map(({ name, papers }) => [name, papers.map(({ id }) => id).join(' ')]);

const KILNS = ['a', 'b', 'c'].map((id) => paper(id, `Wood kilns ${id}1`, 'In wood kilns the ash.'));
const TIDES = ['d', 'e', 'f', 'g'].map((id) => paper(id, `Tide gauge ${id}1`, 'A tide gauge.'));
const ODD = [paper('h', 'Beekeeping'), paper('i', 'Umbrellas')];
const PAPERS = [...KILNS, ...ODD, ...TIDES];

const word = fc.constantFrom(...'cache memory KV tide clock kiln glaze HIP hip pebble'.split(' '));
const words = (maxLength: number) => fc.array(word, { maxLength }).map((some) => some.join(' '));
const anyPapers = fc.uniqueArray(
  fc
    .tuple(fc.nat(99), words(4), words(10))
    .map(([number, title, abstract]) => paper(`p${number}`, title, abstract)),
  { selector: ({ id }) => id, maxLength: 30 },
);

describe('groupPapers', () => {
  test('names each group by what sets it apart, the largest first, the rest last', () => {
    expect(shown(groupsIn(PAPERS))).toEqual([
      ['Tide gauge', 'd e f g'],
      ['Wood kilns, ash', 'a b c'],
      ['More papers', 'h i'],
    ]);
  });

  test('keeps the order of the list inside a group', () => {
    const [tides] = groupsIn(PAPERS.toReversed());
    expect(tides?.papers.map(({ id }) => id)).toEqual(['g', 'f', 'e', 'd']);
  });

  test('needs more than eight papers that fall into two groups at least', () => {
    expect(groupsIn(PAPERS.slice(0, 8))).toEqual([]);
    expect(groupsIn([...TIDES, ...ODD, paper('x', 'X'), paper('y', 'Y'), paper('z', 'Z')])).toEqual(
      [],
    );
  });

  test('no group has a name of which the whole topic is', () => {
    const names = groupsIn(PAPERS, 'Tide Gauges').map(({ name }) => name);
    expect(names.join()).not.toMatch(/tide|gauge/i);
  });

  test('a paper without the word of a group belongs to it when it is much like it, and only then', () => {
    const wet = PAPERS.map((one) => ({ ...one, abstract: `${one.abstract} Water.` }));
    const alike = paper('j', 'The ash of ovens', 'Ash and water.');
    const groups = shown(groupsIn([...wet, alike]));
    expect(groups.find(([name]) => name?.startsWith('Wood kilns'))?.[1]).toBe('a b c j');
    // all of them share the water
    expect(groups.at(-1)).toEqual(['More papers', 'h i']);
  });

  test('every paper is in one group, and no group is empty or like another', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const groups = groupsIn(papers);
        if (groups.length === 0) return;
        const ids = groups.flatMap((group) => group.papers.map(({ id }) => id as string));
        expect(ids.toSorted()).toEqual(papers.map(({ id }) => id as string).toSorted());
        expect(groups.every((group) => group.papers.length > 0)).toBe(true);
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
        expect(groups.filter(({ isRest }) => isRest).length).toBeLessThanOrEqual(1);
        expect(groups.slice(0, -1).some(({ isRest }) => isRest)).toBe(false);
      }),
    );
  });

  test('the order of the papers makes no difference to the groups', () => {
    fc.assert(
      fc.property(anyPapers, (papers) => {
        const sorted = (groups: readonly PaperGroup[]) =>
          groups.map(({ id, name, papers: members }) => ({
            id,
            name,
            members: members.map((one) => one.id as string).toSorted(),
          }));
        expect(sorted(groupsIn(papers.toReversed()))).toEqual(sorted(groupsIn(papers)));
      }),
    );
  });
});

test('a page shows the groups as far as it has their papers', () => {
  const groups = groupsIn(PAPERS);
  const page = [...KILNS.slice(1), ...TIDES.slice(0, 1)];
  expect(shown(narrowGroups(groups, page))).toEqual([
    ['Tide gauge', 'd'],
    ['Wood kilns, ash', 'b c'],
  ]);
  expect(narrowGroups(groups, KILNS)).toEqual([]);
});
