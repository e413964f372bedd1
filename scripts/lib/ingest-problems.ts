import type { PaperId } from '../../src/domain/fields.ts';
import { countOf, enumerate } from '../../src/domain/labels.ts';
import { keysOf } from '../../src/domain/paper-key.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import { IMPORTED_FIELDS } from '../../src/entries/ledger.ts';
import type { Beside } from './compose-work.ts';
import { showDifference } from './field-words.ts';
import type { IncomingPaper } from './incoming.ts';
import { baseKey, type KnownWork } from './known-works.ts';
import type { Doubt } from './match-records.ts';
import { hashesOf } from './merge-fields.ts';
import type { Conflict } from './ingest-plan.ts';

export const reportConflict = (conflict: Conflict, folder: string): Problem => {
  const { id, field, mine, theirs, source, line } = conflict;
  const [here, there] = showDifference(field, mine, theirs);
  return {
    severity: 'warning',
    file: `${folder}/${id}.md`,
    field,
    found: `${here}, but ${there} in ${source}${line === undefined ? '' : `:${line}`}`,
    wanted: 'a field that was changed on one side only',
    hint: `The entry was left as it is. Settle it: \`npm run ingest -- --theirs --only ${id}\` takes what the source says, \`--ours\` keeps the entry.`,
  };
};

/** Fields of which another record of the version says something else, and holds. */
const differing = ({ record, said: other }: Beside): readonly string[] => {
  const one = hashesOf(record.fields);
  return IMPORTED_FIELDS.filter(
    (field) =>
      one[field] !== undefined && other[field] !== undefined && one[field] !== other[field],
  );
};

const repeated = (beside: Beside): Problem => {
  const { record, holder } = beside;
  const fields = differing(beside);
  const first = holder.told?.line ?? 0;
  return {
    severity: 'warning',
    file: record.source,
    line: record.line,
    found: `the paper of line ${first} again${fields.length === 0 ? '' : `, with another ${enumerate(fields)}`}`,
    wanted: 'every paper once',
    hint: `Line ${first} holds; this one fills what it leaves empty.`,
  };
};

const passedOver = (source: string, count: number): Problem => ({
  severity: 'warning',
  file: source,
  found: `${countOf(count, 'paper')} that another source tells otherwise`,
  wanted: 'sources that agree',
  hint: 'The other source holds. To follow this one, name it: `npm run ingest -- FILE`.',
});

/** What became of records that tell of the same version as the one that holds. */
export const reportBesides = (besides: readonly Beside[]): readonly Problem[] => {
  const isWithin = ({ record, holder }: Beside) => record.source === holder.source;
  const losses = besides.filter((one) => !isWithin(one) && differing(one).length > 0);
  const bySource = Map.groupBy(losses, ({ record }) => record.source);
  return [
    ...besides.filter(isWithin).map(repeated),
    ...[...bySource].map(([source, { length }]) => passedOver(source, length)),
  ];
};

const UNSURE = {
  title: {
    found: 'title',
    wanted: 'first authors and years that agree, if the papers are one',
  },
  identifier: {
    found: 'DOI or arXiv id',
    wanted: 'titles that agree, if the papers are one',
  },
} as const;

/** What became of a record that may be one with another: an entry of its own. */
export const reportDoubt = (
  { record, other, by }: Doubt,
  ids: ReadonlyMap<IncomingPaper, PaperId>,
): readonly Problem[] => {
  const id = ids.get(record);
  if (id === undefined) return [];
  const isRecord = 'keys' in other;
  const there = isRecord ? ids.get(other) : (other.entry?.id ?? other.line?.id);
  const isRemoved = !isRecord && other.entry === undefined;
  const { found, wanted } = UNSURE[by];
  return [
    {
      severity: 'warning',
      file: record.source,
      line: record.line,
      found: `the ${found} of ${isRemoved ? 'the removed entry ' : ''}${there ?? ''} on ${quote(record.fields.title)}`,
      wanted,
      hint: isRemoved
        ? `It has an entry of its own, ${id}. If it is what you removed, remove it again.`
        : `Both have an entry. If they are one, \`npm run rename -- ${id} ${there ?? ''} --join\` makes them so.`,
    },
  ];
};

/** Entries under ids that nobody knows, of papers whose entries are gone: files that were renamed by hand. */
export const reportRenamed = (works: readonly KnownWork[], folder: string): readonly Problem[] => {
  const byKey = new Map(
    works.flatMap(({ line, entry }) =>
      line === undefined && entry !== undefined
        ? keysOf(entry).map((key) => [key, entry] as const)
        : [],
    ),
  );
  return works.flatMap(({ line, entry }): readonly Problem[] => {
    const now = line !== undefined && entry === undefined && byKey.get(baseKey(line.key));
    if (line === undefined || !now) return [];
    return [
      {
        severity: 'warning',
        file: `${folder}/${now.id}.md`,
        field: 'aliases',
        found: `the paper of the former entry ${line.id}, without its id`,
        wanted: `${line.id} among its aliases`,
        hint: 'Add it: then its address works again, and the entry follows its source. `npm run rename -- OLD NEW` does so by itself.',
      },
    ];
  });
};
