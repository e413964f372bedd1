import { isObject } from '../../../src/domain/is-object.ts';
import type { Author } from '../../../src/domain/paper.ts';
import { NAME_SUFFIX } from '../../../src/domain/sort-name.ts';
import { textIn, type JsonObject } from './json-values.ts';

// after a comma they belong to a company and are no given name
const COMPANY = /^(?:inc|ltd|llc|corp|co|gmbh|ag|s\.?a|plc)\.?$/i;

const isKnown = (part: string | undefined): part is string => part !== undefined && part !== '';

/** @example joinName({ given: 'Martin', family: 'King', suffix: 'Jr.' }) // 'Martin King Jr.' */
export const joinName = (parts: {
  readonly given?: string | undefined;
  readonly particle?: string | undefined;
  readonly family?: string | undefined;
  readonly suffix?: string | undefined;
}): string => {
  const { given, particle, family, suffix } = parts;
  const joined = [given, particle, family, suffix].map((part) => part?.trim()).filter(isKnown);
  return joined.join(' ').replace(/\s+/g, ' ');
};

/**
 * A name with the given name first, from the forms in which lists give it.
 * @example toName('King, Jr., Martin Luther'), toName('Lovelace, Ada') // 'Martin Luther King Jr.', 'Ada Lovelace'
 */
export const toName = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  const parts = plain.split(',').map((part) => part.trim());
  const [family = '', second = '', third] = parts;
  if (parts.length === 2 && second !== '' && !COMPANY.test(second))
    return NAME_SUFFIX.test(second) ? `${family} ${second}` : joinName({ family, given: second });
  if (parts.length === 3 && third !== undefined) {
    if (NAME_SUFFIX.test(second)) return joinName({ family, suffix: second, given: third });
    if (NAME_SUFFIX.test(third)) return joinName({ family, given: second, suffix: third });
  }
  return plain;
};

/** `O'Brien` within double quotes, all others within single ones: how Python writes a list. */
const QUOTED = /"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'/g;

const isFullName = (text: string): boolean => /\S\s+\S/.test(text.trim());

/** Splits names that stand in one text. Semicolons are sure; `and` and commas count where they can mean nothing else. */
const splitNames = (raw: string): readonly string[] => {
  // a run of spaces is looked at from each of its ends, over and over
  const text = raw.replace(/\s+/g, ' ').trim();
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  if (list !== undefined && /['"]/.test(list))
    return [...list.matchAll(QUOTED)].map(([, double, single]) => double ?? single ?? '');
  if (/[;|]/.test(text)) return text.split(/[;|]/);
  const parts = text.split(/\s*,?\s+(?:and|&)\s+/);
  return parts.flatMap((part) => {
    const pieces = part.split(',');
    return pieces.length > 1 && pieces.every(isFullName) ? pieces : [part];
  });
};

const firstText = (value: JsonObject, names: readonly string[]): string =>
  names.map((name) => textIn(value[name])).find((text) => text !== '') ?? '';

const FULL = [
  'name',
  'fullname',
  'full_name',
  'fullName',
  'display_name',
  'displayName',
  'literal',
];
const GIVEN = ['given', 'given_name', 'givenName', 'first', 'first_name', 'firstName', 'firstname'];
const FAMILY = ['family', 'family_name', 'familyName', 'last', 'last_name', 'lastName', 'lastname'];

const toAuthor = (value: unknown): Author => {
  if (!isObject(value)) return { name: toName(textIn(value)) };
  const full = firstText(value, FULL);
  const parts = { given: firstText(value, GIVEN), family: firstText(value, FAMILY) };
  const name = full === '' ? joinName({ ...parts, suffix: textIn(value['suffix']) }) : toName(full);
  const orcid = firstText(value, ['orcid', 'ORCID']);
  return { name, ...(orcid !== '' && { orcid }) };
};

/** A list that is another one several times over, as some venues list authors, becomes that one. */
const withoutRepetition = (authors: readonly Author[]): readonly Author[] => {
  const names = authors.map(({ name }) => name);
  const distinct = new Set(names).size;
  if (distinct === names.length || names.length % distinct !== 0) return authors;
  const isRepeated = names.every((name, index) => name === names[index % distinct]);
  return isRepeated ? authors.slice(0, distinct) : authors;
};

// numbers that Scopus puts behind names
const NUMBERED = /\s*\(\d+\)$/;
/** What stands for authors that are not named. */
export const OTHERS = /^(?:et\.?\s+al\.?|others)$/i;

/**
 * Reads a list of authors, or a text of several. Equal names stay, for two authors may share one, unless the
 * whole list is repeated.
 * @example readAuthors('Ada Lovelace; Turing, Alan;') // [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }]
 */
export const readAuthors = (value: unknown): readonly Author[] => {
  const members: readonly unknown[] = Array.isArray(value)
    ? value
    : isObject(value)
      ? [value]
      : splitNames(textIn(value)).map((name) => name.trim().replace(NUMBERED, ''));
  const authors = members.map(toAuthor);
  return withoutRepetition(authors.filter(({ name }) => name !== '' && !OTHERS.test(name)));
};
