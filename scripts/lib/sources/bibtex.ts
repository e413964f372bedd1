import { quote, type Problem } from '../../../src/domain/problem.ts';
import { hasBibtexEntries, readBibtexEntries, type BibtexEntry } from './bibtex-entries.ts';
import { bibtexToRecord } from './bibtex-record.ts';
import { withoutTitle, type Reading, type SourceFormat } from './source-record.ts';

/** Entries that are volumes of papers, or of use to others only. */
const NO_PAPERS =
  /^(?:proceedings|mvproceedings|collection|mvcollection|periodical|set|xdata|control)$/;

/** What an entry says of papers in it, that those do not say themselves. */
const INHERITED = [
  'year',
  'month',
  'day',
  'date',
  'publisher',
  'organization',
  'volume',
  'number',
  'series',
  'journal',
];

/** Fields of an entry, and those of the volume that it names. */
const inherit = (entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): BibtexEntry => {
  const parent = byKey.get(entry.fields.get('crossref')?.trim().toLowerCase() ?? '');
  if (parent === undefined) return entry;
  const taken = INHERITED.flatMap((name) => {
    const tex = parent.fields.get(name);
    return tex === undefined ? [] : [[name, tex] as const];
  });
  const title = parent.fields.get('booktitle') ?? parent.fields.get('title');
  const booktitle = title === undefined ? [] : [['booktitle', title] as const];
  return { ...entry, fields: new Map([...taken, ...booktitle, ...entry.fields]) };
};

/** One warning for all lists of authors that name only the first few. */
const shortened = (file: string, entries: readonly BibtexEntry[]): readonly Problem[] => {
  const short = entries.filter(({ fields }) =>
    /\band\s+others\s*$/i.test(fields.get('author') ?? ''),
  );
  const [first] = short;
  if (first === undefined) return [];
  return [
    {
      severity: 'warning',
      file,
      line: first.line,
      field: 'author',
      found: `${short.length} times “and others”`,
      wanted: 'all authors',
      hint: 'The papers are taken with the authors that are named; fill in the rest by hand.',
    },
  ];
};

const readBibtex = (text: string, file: string): Reading => {
  const { entries, problems } = readBibtexEntries(text, file);
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const papers = entries.filter(({ type }) => !NO_PAPERS.test(type));
  const records = papers.map((entry) => bibtexToRecord(inherit(entry, byKey)));
  const untitled = papers.filter((_, index) => records[index]?.title === '');
  return {
    records: records.filter(({ title }) => title !== ''),
    problems: [
      ...problems,
      ...untitled.map(({ type, key, line }) =>
        withoutTitle(file, line, `the entry ${quote(`@${type}{${key}`)}`),
      ),
      ...shortened(file, papers),
    ],
  };
};

/**
 * BibTeX and BibLaTeX. The library reads the fields of an entry, TeX and names; but one entry at a time, for it
 * stops at the first that it does not understand, and mathematics is kept from it, of which it makes letters.
 */
export const bibtex: SourceFormat = {
  name: 'bibtex',
  label: 'BibTeX',
  recognizes: hasBibtexEntries,
  read: readBibtex,
};
