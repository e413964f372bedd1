import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Experience, Logistic, NOTHING_LEARNT, toLearnt, toRates } from './text-chances.ts';

const logistic = new Logistic();
const rates = toRates();

describe('chances and logits', () => {
  test('are those of the logistic function', () => {
    for (const logit of [-9, -3, -0.5, 0, 0.5, 3, 9])
      expect(logistic.chanceOf(logit) / 65536).toBeCloseTo(1 / (1 + Math.exp(-logit)), 4);
  });

  test('no logit is a certainty', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (logit) => {
        const chance = logistic.chanceOf(logit);
        expect(chance >= 1 && chance <= 65535).toBe(true);
      }),
    );
  });
});

/** The logit of what was learnt from some bits. */
const learnFrom = (bits: readonly number[]): number =>
  logistic.logitOf(bits.reduce((learnt, bit) => toLearnt(learnt, bit, rates), NOTHING_LEARNT));

describe('what a place learns', () => {
  test('is nothing at first, and then what came most', () => {
    expect(learnFrom([])).toBeCloseTo(0, 1);
    expect(learnFrom([1, 1, 1])).toBeGreaterThan(1);
    expect(learnFrom([0, 0, 0])).toBeLessThan(-1);
    expect(Math.abs(learnFrom([1, 0, 1, 0]))).toBeLessThan(0.7);
  });

  test('stays a number that is none too large, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { maxLength: 500 }), (bits) => {
        let learnt = NOTHING_LEARNT;
        for (const bit of bits) learnt = toLearnt(learnt, bit, rates);
        expect(learnt >= 0 && learnt <= 0x7fffffff).toBe(true);
      }),
    );
  });
});

test('experience begins with what is foreseen, and corrects it where it is wrong', () => {
  const experience = new Experience(2, logistic);
  expect(experience.refine(0, 1) / 65536).toBeCloseTo(1 / (1 + Math.exp(-1)), 2);
  for (let times = 0; times < 100; times += 1) {
    experience.refine(0, 1);
    experience.learn(0);
  }
  expect(experience.refine(0, 1) / 65536).toBeLessThan(0.3);
  expect(experience.refine(1, 1) / 65536).toBeGreaterThan(0.6);
});
