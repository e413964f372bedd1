import { aclAnthology } from './acl-anthology.ts';
import { arxivAtom } from './arxiv-atom.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import { dump } from './dump.ts';
import { hfDailyPapers } from './hf-daily-papers.ts';
import { jsonLines } from './json-lines.ts';
import { json } from './json.ts';
import { openAlex } from './openalex.ts';
import { openReview } from './openreview.ts';
import { pmlr } from './pmlr.ts';
import { ris } from './ris.ts';
import type { SourceFormat } from './source-record.ts';

/** All formats that ingest reads, the ones that are surest of themselves first. */
export const SOURCE_FORMATS: readonly SourceFormat[] = [
  arxivAtom,
  aclAnthology,
  pmlr,
  openReview,
  openAlex,
  hfDailyPapers,
  cslJson,
  jsonLines,
  json,
  csv,
  bibtex,
  ris,
  dump,
];

/** The format of a text, judged by its content; undefined when none knows it. */
export const formatOf = (text: string): SourceFormat | undefined =>
  SOURCE_FORMATS.find(({ recognizes }) => recognizes(text));

/** The format that `--format` names. */
export const formatNamed = (name: string): SourceFormat | undefined =>
  SOURCE_FORMATS.find((format) => format.name === name);
