import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from './paper.ts';
import { relatePapers } from './related.ts';
import { startHere } from './start-here.ts';
import type { TopicId } from './topic.ts';

const TOPIC = 'kilns' as TopicId;

type Some = Omit<Partial<Paper>, 'topics'> & { readonly topics?: readonly string[] };
const paper = (id: string, abstract: string, more: Some = {}): Paper =>
  ({ id, title: id, abstract, topics: [TOPIC], ...more }) as Paper;

const startIn = (papers: readonly Paper[]): readonly string[] => {
  return startHere(relatePapers(papers), TOPIC, papers).map(({ id }) => id);
};

// the centre is about clay; the edges share less and less of it
const papers = [
  paper('edge', 'Glaze, sieve and lamp.'),
  paper('near', 'Clay, kiln, oven and sieve.'),
  paper('core', 'Clay, kiln, oven and glaze.'),
  paper('next', 'Clay, kiln and lamp.'),
  paper('far', 'Tide and gauge.'),
];

describe('startHere', () => {
  test('gives the three papers nearest to the centre', () => {
    expect(startIn(papers)).toEqual(['core', 'near', 'next']);
  });

  test('gives surveys first, however far they are', () => {
    const [, ...others] = papers;
    const survey = paper('survey', 'Tide and gauge.', { kind: 'survey' });
    expect(startIn([survey, ...others])).toEqual(['survey', 'core', 'near']);
  });

  test('leaves out retracted papers, and guests while there are enough at home', () => {
    const retraction = { date: '2020-01-01', kind: 'retraction' as const, note: 'Wrong.' };
    const others = papers.map((one) =>
      one.id === 'core' ? { ...one, corrections: [retraction] } : one,
    );
    const guest = paper('guest', 'Clay, kiln, oven and glaze.', { topics: ['tides', TOPIC] });
    expect(startIn([...others, guest])).toEqual(['near', 'next', 'edge']);
  });

  test('takes guests where few are at home, and nothing from a short list', () => {
    const guests = papers.map((one) => ({ ...one, topics: ['tides', TOPIC] }) as unknown as Paper);
    expect(startIn(guests)).toEqual(['core', 'near', 'next']);
    expect(startIn(papers.slice(1))).toEqual([]);
  });

  test('the order of the papers makes no difference', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (shuffled) => {
        expect(startIn(shuffled)).toEqual(startIn(papers));
      }),
    );
  });
});
