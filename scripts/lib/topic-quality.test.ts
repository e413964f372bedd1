import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperIdSchema } from '../../src/domain/fields.ts';
import { topicIdSchema, type TopicId } from '../../src/domain/topic.ts';
import {
  f1Of,
  outcomeOf,
  outcomeOfTopic,
  precisionOf,
  primaryAccuracy,
  recallOf,
  type Judged,
} from './topic-quality.ts';

const IDS = ['kilns', 'glazes', 'clays', 'wheels'].map((id) => topicIdSchema.parse(id));

const judged = (wanted: readonly TopicId[], proposed: readonly TopicId[]): Judged => ({
  paper: { id: paperIdSchema.parse('a-pot'), title: 'A Pot', abstract: '', topics: [...wanted] },
  proposed,
});

const anyJudged = fc
  .tuple(fc.shuffledSubarray(IDS), fc.shuffledSubarray(IDS))
  .map(([wanted, proposed]) => judged(wanted, proposed));

const [KILNS, GLAZES, CLAYS] = IDS as [TopicId, TopicId, TopicId];

describe('outcomes', () => {
  test('count what was right, extra and missed', () => {
    const outcome = outcomeOf([judged([KILNS, GLAZES], [GLAZES, CLAYS]), judged([KILNS], [KILNS])]);
    expect(outcome).toEqual({ right: 2, extra: 1, missed: 1 });
    expect(f1Of(outcome)).toBeCloseTo(2 / 3);
  });

  test('of the topics add up to that of all', () => {
    fc.assert(
      fc.property(fc.array(anyJudged), (all) => {
        const parts = IDS.map((id) => outcomeOfTopic(all, id));
        const total = outcomeOf(all);
        for (const key of ['right', 'extra', 'missed'] as const)
          expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(total[key]);
      }),
    );
  });

  test('F1 is the harmonic mean of precision and recall', () => {
    fc.assert(
      fc.property(fc.array(anyJudged), (all) => {
        const outcome = outcomeOf(all);
        fc.pre(outcome.right > 0);
        const [p, r] = [precisionOf(outcome), recallOf(outcome)];
        expect(f1Of(outcome)).toBeCloseTo((2 * p * r) / (p + r));
      }),
    );
  });

  test('are perfect when proposals are what the curator wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray(IDS), { minLength: 1 }), (lists) => {
        const all = lists.map((list) => judged(list, list));
        expect(f1Of(outcomeOf(all))).toBe(1);
        expect(primaryAccuracy(all)).toBe(1);
      }),
    );
  });
});

test('the primary topic is right only in the first place', () => {
  expect(primaryAccuracy([judged([KILNS, GLAZES], [GLAZES, KILNS]), judged([], [])])).toBe(0.5);
});
