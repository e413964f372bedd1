import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCollection } from '../../src/entries/entry-files.ts';
import {
  addTallies,
  judgeAbstract,
  readJudgements,
  staleWords,
  type Judgement,
} from './highlights-judge.ts';

const ABSTRACT =
  'Kilns waste heat. We propose a lid. It reduces latency by 20% and is 3x faster than a door.';

const judged = (figures: Judgement['figures'], contribution = ['We propose a lid']): Judgement => ({
  paper: 'a-lid',
  part: 'tuning',
  contribution,
  figures,
});

const LATENCY = { number: '20%', quote: 'reduces latency by 20%', headline: true };
const SPEED = { number: '3x', quote: '3x faster', headline: true };

describe('judgeAbstract', () => {
  test('counts what is shown and right, wanted and found', () => {
    expect(judgeAbstract(judged([LATENCY, SPEED]), ABSTRACT)).toMatchObject({
      contribution: { shown: 1, right: 1, wanted: 1, found: 1 },
      figures: { shown: 2, right: 2, wanted: 2, found: 2 },
      wrong: [],
      missed: [],
    });
  });

  test('takes a figure that nobody judged to be a result for wrong', () => {
    expect(judgeAbstract(judged([LATENCY]), ABSTRACT).wrong).toEqual(['3x faster than a door']);
  });

  test('takes a figure without its measure for wrong and missed', () => {
    const whole = { ...LATENCY, quote: 'We propose a lid. It reduces latency by 20%' };
    const verdict = judgeAbstract(judged([whole, SPEED]), ABSTRACT);
    expect(verdict.figures).toEqual({ shown: 2, right: 1, wanted: 2, found: 1 });
    expect(verdict.missed).toEqual([whole.quote]);
  });

  test('does not want figures that are no headline, but takes them for right', () => {
    const verdict = judgeAbstract(judged([LATENCY, { ...SPEED, headline: false }]), ABSTRACT);
    expect(verdict.figures).toEqual({ shown: 2, right: 2, wanted: 1, found: 1 });
  });

  test('takes another sentence than those judged for a wrong contribution', () => {
    const verdict = judgeAbstract(judged([LATENCY, SPEED], ['Kilns waste']), ABSTRACT);
    expect(verdict.contribution).toEqual({ shown: 1, right: 0, wanted: 1, found: 0 });
    expect(verdict.missed).toEqual(['Kilns waste']);
  });
});

test('staleWords tells what an abstract no longer says', () => {
  expect(staleWords(judged([LATENCY]), ABSTRACT)).toEqual([]);
  expect(staleWords(judged([LATENCY]), 'We propose a cup.')).toEqual([
    'We propose a lid',
    'reduces latency by 20%',
  ]);
});

test('of the judged abstracts, nine highlights of ten are right and eight of ten are found', async () => {
  const judgements = readJudgements(
    readFileSync(new URL('../../tests/fixtures/highlights.jsonl', import.meta.url), 'utf8'),
  );
  const { collection } = await loadCollection(new URL('../../content', import.meta.url).pathname);
  const abstracts = new Map<string, string>(
    collection?.papers.map(({ id, abstract }) => [id, abstract]),
  );
  const verdicts = judgements.map((one) => judgeAbstract(one, abstracts.get(one.paper) ?? ''));
  expect(judgements.flatMap((one) => staleWords(one, abstracts.get(one.paper) ?? ''))).toEqual([]);
  for (const part of ['tuning', 'held-out', 'fresh'] as const)
    for (const what of ['contribution', 'figures'] as const) {
      const total = addTallies(
        verdicts.filter((_, at) => judgements[at]?.part === part).map((verdict) => verdict[what]),
      );
      expect(total.shown).toBeGreaterThanOrEqual(15);
      expect(total.right / total.shown).toBeGreaterThanOrEqual(0.9);
      expect(total.found / total.wanted).toBeGreaterThanOrEqual(0.8);
    }
});
