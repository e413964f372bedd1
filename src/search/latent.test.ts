import { describe, expect, test } from 'vitest';
import { buildEngine } from './engine.ts';
import { analyzeLatent, scoreLatent } from './latent.ts';
import type { Postings } from './postings.ts';
import { takeBest } from './score.ts';

/** Two themes; papers of one theme share words from one to the next, the first and the last share none. */
const CARS = ['car motor', 'motor engine wheel', 'engine wheel automobile', 'automobile wheel'];
const SONGS = ['song choir', 'choir melody voice', 'melody voice aria', 'aria voice'];

const engineOf = (titles: readonly string[]) =>
  buildEngine(titles.map((title, at) => ({ id: String(at), title, paragraphs: [] })));

const analyze = (postings: Postings) => {
  const steps = analyzeLatent(postings);
  for (let yields = 0; ; yields += 1) {
    const { done, value } = steps.next();
    if (done) return { latent: value, yields };
  }
};

describe('latent semantic analysis', () => {
  test('brings papers together that share no word', () => {
    const { postings } = engineOf([...CARS, ...SONGS]);
    const { latent } = analyze(postings);
    // the first paper alone was found for its own words, all others for next to nothing
    const scores = Float64Array.from({ length: postings.size }, (_, doc) => (doc === 0 ? 1 : 1e-9));
    const about = latent && scoreLatent(latent, scores, takeBest(scores));
    const [, ...others] = about ?? [];
    expect(Math.min(...others.slice(0, 3))).toBeGreaterThan(10 * Math.max(...others.slice(3)));
  });

  test('leaves aside what was not found', () => {
    const { postings, latent } = engineOf([...CARS, ...SONGS]);
    const scores = Float64Array.from({ length: postings.size }, (_, doc) => (doc < 2 ? 1 : 0));
    const about = latent && scoreLatent(latent, scores, takeBest(scores));
    expect(about?.every((score, doc) => score > 0 === doc < 2)).toBe(true);
  });

  test('gives each paper with words a direction of length 1', () => {
    const { latent } = engineOf([...CARS, ...SONGS]);
    const { width = 0, values = [] } = latent ?? {};
    expect(width).toBe(2);
    for (let doc = 0; doc < CARS.length + SONGS.length; doc += 1) {
      const squares = Array.from(values.slice(doc * width, (doc + 1) * width), (x) => x * x);
      expect(squares.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    }
  });

  test('says the same of the same papers, and yields on the way', () => {
    const { postings } = engineOf([...CARS, ...SONGS]);
    const [one, other] = [analyze(postings), analyze(postings)];
    expect(one.latent?.values).toEqual(other.latent?.values);
    expect(one.yields).toBeGreaterThan(10);
  });

  test.each([[[]], [['alone']]])('does without for %j', (titles) => {
    expect(engineOf(titles).latent).toBeUndefined();
  });

  test('bears papers without words and words of one paper', () => {
    const { latent } = engineOf(['the of', 'unique', '', 'other words']);
    expect(latent?.values.every(Number.isFinite)).toBe(true);
  });
});
