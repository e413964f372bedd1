import { readFileSync } from 'node:fs';
import { findHighlights } from '../../src/domain/highlights.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { loadCollection } from '../../src/entries/entry-files.ts';
import { runCommand } from '../lib/cli.ts';
import {
  addTallies,
  judgeAbstract,
  readJudgements,
  staleWords,
  type Judgement,
  type Tally,
  type Verdict,
} from './highlights-judge.ts';

const usage = `
Usage: npm run bench:highlights [-- --content DIR] [--misses] [--part NAME]

Compares the highlights found in abstracts with those that a person found in them, kept in
tests/fixtures/highlights.jsonl, and prints precision (right of shown) and recall (found of wanted); then
measures how long 10,000 abstracts take.

  --content DIR  the collection whose abstracts were judged (else CONTENT_DIR, else content)
  --misses       list what is wrong and what is missed, paper by paper
  --part NAME    one part of the judgements: tuning, held-out or fresh
`;

const JUDGEMENTS = new URL('../../tests/fixtures/highlights.jsonl', import.meta.url);
const ABSTRACTS = 10_000;

type Judged = { readonly judgement: Judgement; readonly verdict: Verdict };

const share = (part: number, whole: number): string =>
  whole === 0 ? '    –' : (part / whole).toFixed(3);

const describeTally = (what: string, { shown, right, wanted, found }: Tally): string =>
  `  ${what.padEnd(13)}precision ${share(right, shown)} (${right} of ${shown})  recall ${share(found, wanted)} (${found} of ${wanted})`;

const describePart = (name: string, verdicts: readonly Verdict[]): string => {
  const contribution = addTallies(verdicts.map((verdict) => verdict.contribution));
  const figures = addTallies(verdicts.map((verdict) => verdict.figures));
  return [
    `${name}: ${verdicts.length} papers`,
    describeTally('contribution', contribution),
    describeTally('figures', figures),
    describeTally('together', addTallies([contribution, figures])),
  ].join('\n');
};

const describeMisses = ({ paper, wrong, missed }: Verdict): string =>
  [
    paper,
    ...wrong.map((text) => `  wrong   ${text}`),
    ...missed.map((text) => `  missed  ${text}`),
  ].join('\n');

const judgeAll = (judgements: readonly Judgement[], papers: readonly Paper[]): readonly Judged[] =>
  judgements.map((judgement) => {
    const paper = papers.find(({ id }) => id === judgement.paper);
    if (paper === undefined) throw new Error(`The collection has no paper ${judgement.paper}.`);
    const stale = staleWords(judgement, paper.abstract);
    if (stale.length > 0)
      throw new Error(`${judgement.paper} no longer says ${JSON.stringify(stale[0])}.`);
    return { judgement, verdict: judgeAbstract(judgement, paper.abstract) };
  });

/** Seconds of processor time that so many abstracts take, those of the collection over and over. */
const measure = (papers: readonly Paper[]): number => {
  const start = process.cpuUsage();
  for (let at = 0; at < ABSTRACTS; at += 1)
    findHighlights(papers[at % papers.length]?.abstract ?? '');
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

await runCommand(
  { usage, options: { misses: { type: 'boolean' }, part: { type: 'string' } } },
  async ({ values, contentDir }) => {
    const { collection, problems } = await loadCollection(contentDir);
    if (collection === undefined) return problems;
    const judgements = readJudgements(readFileSync(JUDGEMENTS, 'utf8')).filter(
      ({ part }) => values.part === undefined || part === values.part,
    );
    const judged = judgeAll(judgements, collection.papers);
    const parts = Map.groupBy(judged, ({ judgement }) => judgement.part);
    for (const [part, members] of parts)
      console.log(
        describePart(
          part,
          members.map(({ verdict }) => verdict),
        ),
      );
    if (parts.size > 1)
      console.log(
        describePart(
          'all',
          judged.map(({ verdict }) => verdict),
        ),
      );
    if (values.misses === true)
      for (const { verdict } of judged)
        if (verdict.wrong.length + verdict.missed.length > 0) console.log(describeMisses(verdict));
    console.log(
      `${ABSTRACTS} abstracts in ${measure(collection.papers).toFixed(1)} s of processor time`,
    );
    return problems;
  },
);
