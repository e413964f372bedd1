import type { PaperKey } from '../../src/domain/paper-key.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { LedgerLine } from '../../src/entries/ledger.ts';
import type { IncomingPaper } from './incoming.ts';
import { hashesOf } from './merge-fields.ts';

/** A paper that sources tell of: the record that holds, and the paper's line in the ledger, if it has one. */
export type Sighting = { readonly paper: IncomingPaper; readonly line?: LedgerLine };

type Group = { readonly line?: LedgerLine; readonly papers: IncomingPaper[] };

const findLine = (
  lineByKey: ReadonlyMap<PaperKey, LedgerLine>,
  { keys }: IncomingPaper,
): LedgerLine | undefined => {
  const key = keys.find((one) => lineByKey.has(one));
  return key === undefined ? undefined : lineByKey.get(key);
};

const toGroups = (
  incoming: readonly IncomingPaper[],
  ledger: readonly LedgerLine[],
): readonly Group[] => {
  const lineByKey = new Map(ledger.map((line) => [line.key, line]));
  const groupByKey = new Map<string, Group>();
  const groups: Group[] = [];
  for (const paper of incoming) {
    const line = findLine(lineByKey, paper);
    const keys = [...(line === undefined ? [] : [`id:${line.id}`]), ...paper.keys];
    const known = keys.find((key) => groupByKey.has(key));
    const group = (known === undefined ? undefined : groupByKey.get(known)) ?? {
      papers: [],
      ...(line === undefined ? {} : { line }),
    };
    if (group.papers.length === 0) groups.push(group);
    group.papers.push(paper);
    for (const key of keys) if (!groupByKey.has(key)) groupByKey.set(key, group);
  }
  return groups;
};

/** Of several records of one paper that of the file it has come from so far, else that of the last file. */
const chooseRecord = ({ line, papers }: Group): IncomingPaper | undefined =>
  papers.find(({ source }) => source === line?.source) ?? papers.at(-1);

const passedOver = (source: string, count: number): Problem => ({
  severity: 'warning',
  file: source,
  found: `${count} ${count === 1 ? 'paper' : 'papers'} that another source tells otherwise`,
  wanted: 'sources that agree',
  hint: 'The other source holds. To follow this one, name it: `npm run ingest -- FILE`.',
});

/** Brings together the records of one paper. Where sources differ one of them holds; the others are reported. */
export const groupByPaper = (
  incoming: readonly IncomingPaper[],
  ledger: readonly LedgerLine[],
): { readonly sightings: readonly Sighting[]; readonly problems: readonly Problem[] } => {
  const sightings: Sighting[] = [];
  const losses = new Map<string, number>();
  for (const group of toGroups(incoming, ledger)) {
    const paper = chooseRecord(group);
    if (paper === undefined) continue;
    sightings.push({ paper, ...(group.line === undefined ? {} : { line: group.line }) });
    const said = JSON.stringify(hashesOf(paper.fields));
    for (const { source, fields } of group.papers)
      if (JSON.stringify(hashesOf(fields)) !== said)
        losses.set(source, (losses.get(source) ?? 0) + 1);
  }
  return { sightings, problems: [...losses].map(([source, count]) => passedOver(source, count)) };
};
