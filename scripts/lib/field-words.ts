import type { Author, Container, Link, Version } from '../../src/domain/paper.ts';
import { containerPhrases, versionPhrases, versionUrl } from '../../src/domain/publication.ts';
import type { ImportedField } from '../../src/entries/ledger.ts';

type Words = Readonly<Partial<Record<ImportedField, (value: never) => string>>>;

const WORDS: Words = {
  authors: (authors: readonly Author[]) =>
    authors
      .map(({ name, orcid }) => (orcid === undefined ? name : `${name} (${orcid})`))
      .join('; '),
  container: (container: Container) =>
    [
      container.type === undefined ? [] : `${container.type}:`,
      containerPhrases(container).join(', '),
    ]
      .flat()
      .join(' '),
  links: (links: readonly Link[]) => links.map(({ kind, url }) => `${kind} ${url}`).join('; '),
  also: (versions: readonly Version[]) =>
    versions
      .map((version) =>
        [...new Set([...versionPhrases(version), versionUrl(version) ?? ''])].join(', '),
      )
      .join('; '),
};

/** The value of a field in words, on one line; empty for none. */
const fieldToWords = (field: ImportedField, value: unknown): string => {
  if (value === undefined) return '';
  const toWords = WORDS[field] as ((value: unknown) => string) | undefined;
  const words = typeof value === 'string' ? value : (toWords?.(value) ?? JSON.stringify(value));
  return words.replace(/\s+/g, ' ').trim();
};

const BEFORE = 24;
const LONGEST = 100;

/** A part of a text, quoted, with dots where something was left out. */
const excerpt = (letters: readonly string[], start: number): string => {
  const part = letters.slice(start, start + LONGEST).join('');
  const isCut = start + LONGEST < letters.length;
  return JSON.stringify(`${start > 0 ? '…' : ''}${part}${isCut ? '…' : ''}`);
};

/** Two values of a field in short, each from where they begin to differ. */
export const showDifference = (
  field: ImportedField,
  one: unknown,
  other: unknown,
): readonly [string, string] => {
  const [a, b] = [[...fieldToWords(field, one)], [...fieldToWords(field, other)]];
  const same = a.findIndex((letter, index) => letter !== b[index]);
  const differs = same < 0 ? Math.min(a.length, b.length) : same;
  const start = a.length <= LONGEST && b.length <= LONGEST ? 0 : Math.max(0, differs - BEFORE);
  const show = (letters: readonly string[]) =>
    letters.length === 0 ? 'nothing' : excerpt(letters, start);
  return [show(a), show(b)];
};
