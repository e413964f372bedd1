import { KIND_LABELS, LINK_LABELS } from '../domain/labels.ts';
import { foldText } from './analyze.ts';
import { valuesOf, type Columns, type Ticks } from './facets.ts';
import type { FacetClause } from './query.ts';
import { mapInSteps, type Steps } from './steps.ts';
import { FACETS, type Facet } from './url-state.ts';

/** The labels of a value by which it may be called, besides itself. */
export type LabelsOf = (facet: Facet, value: string) => readonly string[];

const own = (labels: object, value: string): readonly string[] => {
  const label: unknown = Object.hasOwn(labels, value) ? labels[value as keyof typeof labels] : [];
  return typeof label === 'string' ? [label] : Object.values(label as Record<string, string>);
};

/** The labels that no collection needs to tell, and those of its topics. */
export const labelsWith =
  (topicNames: ReadonlyMap<string, string>): LabelsOf =>
  (facet, value) => {
    if (facet === 'kind') return own(KIND_LABELS, value);
    if (facet === 'has') return own(LINK_LABELS, value);
    const name = facet === 'topic' ? topicNames.get(value) : undefined;
    return name === undefined ? [] : [name];
  };

/** `2024`, `2020..2024`, `2020..`, `..2024`, and a hyphen instead of the dots. */
const YEARS = /^(\d{4})?(\.\.|-)?(\d{4})?$/;

/** The years that are meant, from the earlier to the later. */
const readYears = (typed: string): string | undefined => {
  const [, from = '', gap, to = ''] = YEARS.exec(typed) ?? [];
  if (from + to === '' || (gap === undefined && to !== '')) return undefined;
  if (gap === undefined || from === to) return from;
  const [first, last] = to !== '' && to < from ? [to, from] : [from, to];
  return `${first}..${last}`;
};

/** Values of the collection by what they are called, folded once. */
type Called = readonly { readonly value: string; readonly keys: readonly string[] }[];

/** Readings that are kept: who finds nothing is told what is to blame, by many searches of the same fields. */
const MAX_KEPT = 64;
/** Values between two stops: a millisecond or so. */
const VALUES_PER_STEP = 100;

// for what folds to nothing, such as `C&` or `+`
const keyOf = (text: string): string => foldText(text) || text.toLowerCase();

/** Reads typed fields as the values of the collection that they mean. */
export class FieldReader {
  readonly #columns: Columns;
  readonly #labelsOf: LabelsOf;
  readonly #called = new Map<Facet, Called>();
  readonly #kept = new Map<string, readonly string[]>();

  constructor(columns: Columns, labelsOf: LabelsOf) {
    this.#columns = columns;
    this.#labelsOf = labelsOf;
  }

  /** Folds what all values are called before somebody waits for it: thousands of authors take their time. */
  *prepare(): Steps<void> {
    for (const facet of FACETS)
      this.#called.set(
        facet,
        yield* mapInSteps(valuesOf(this.#columns, facet), VALUES_PER_STEP, (value) =>
          this.#call(facet, value),
        ),
      );
  }

  /**
   * The values that are meant: years by their range, authors and venues by any part of their names, all else
   * by id or label, in full or from its start. None when there are none.
   */
  valuesOf(facet: Facet, typed: string): readonly string[] {
    if (facet === 'year') return this.#years(typed);
    const key = keyOf(typed);
    const name = `${facet} ${key}`;
    const values = this.#kept.get(name) ?? this.#find(facet, key);
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(name, values);
    return values;
  }

  #find(facet: Facet, key: string): readonly string[] {
    const called = this.#calledOf(facet);
    const pick = (fits: (own: string) => boolean) =>
      called.filter(({ keys }) => keys.some(fits)).map(({ value }) => value);
    if (facet === 'author' || facet === 'venue') return pick((own) => own.includes(key));
    const same = pick((own) => own === key);
    return same.length > 0 ? same : pick((own) => own.startsWith(key));
  }

  #years(typed: string): readonly string[] {
    const years = readYears(typed);
    if (years !== undefined) return [years];
    const isUnfinished = /^\d{1,3}$/.test(typed);
    return isUnfinished
      ? valuesOf(this.#columns, 'year').filter((year) => year.startsWith(typed))
      : [];
  }

  #calledOf(facet: Facet): Called {
    const known = this.#called.get(facet);
    if (known !== undefined) return known;
    const called = valuesOf(this.#columns, facet).map((value) => this.#call(facet, value));
    this.#called.set(facet, called);
    return called;
  }

  #call(facet: Facet, value: string): Called[number] {
    return { value, keys: [value, ...this.#labelsOf(facet, value)].map(keyOf) };
  }
}

/** A typed field with the values that it means. */
export type ReadField = FacetClause & { readonly values: readonly string[] };

// the year, name or id of no paper
const NOTHING = '\0';

/** The ticks of a page and those that a query types, together; a field that means nothing lets nothing pass. */
export const addTyped = (ticks: Ticks, fields: readonly ReadField[]): Ticks => {
  const typedOf = (facet: Facet): readonly string[] =>
    fields.flatMap((field) => {
      if (field.facet !== facet) return [];
      return field.values.length > 0 ? field.values : [NOTHING];
    });
  const entries = FACETS.map((facet) => [facet, [...ticks[facet], ...typedOf(facet)]] as const);
  return Object.fromEntries(entries) as Ticks;
};
