import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEngine } from './engine.ts';
import { planQuery } from './expand.ts';
import { readQuery } from './query.ts';
import { favourFull, scoreWords } from './score-words.ts';

describe('scoreWords', () => {
  const { postings, ...engine } = buildEngine(
    ['pruning sparse networks', 'pruning trees', 'networks', 'roses'].map((title, at) => ({
      id: String(at),
      title,
      paragraphs: [],
    })),
  );
  const plan = planQuery({ postings, ...engine }, readQuery('pruning networks '));
  const roses = {
    weight: 1,
    frequencies: { docs: Uint32Array.of(3), counts: Uint16Array.of(1) },
    terms: new Map<string, number>(),
    understood: new Set<string>(),
  };

  test('says how much of what was typed each paper has', () => {
    const { shares } = scoreWords(postings, plan, []);
    expect(shares[0]).toBe(1);
    expect(shares[1]).toBeCloseTo(0.5, 5);
    expect(shares[3]).toBe(0);
  });

  test('finds a paper by another name alone, which is no word typed', () => {
    const { scores, shares } = scoreWords(postings, plan, [roses]);
    expect(scores[3]).toBeGreaterThan(0);
    expect(shares[3]).toBe(0);
    expect(scoreWords(postings, plan, []).scores[3]).toBe(0);
  });
});

describe('favourFull', () => {
  const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

  test('never makes more of a score, and puts those first that have all', () => {
    fc.assert(
      fc.property(anyShare, anyShare, (score, share) => {
        const scores = Float64Array.of(score, score);
        favourFull(scores, Float64Array.of(1, share));
        expect(scores[0]).toBeCloseTo(score, 10);
        expect(scores[1]).toBeLessThanOrEqual((scores[0] ?? 0) + 1e-12);
      }),
    );
  });

  test('makes next to nothing of half', () => {
    const scores = Float64Array.of(1, 1);
    favourFull(scores, Float64Array.of(0, 0.5));
    expect(scores[1]).toBeCloseTo(scores[0] ?? 0, 2);
  });
});
