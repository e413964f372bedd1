import type { FacetCounts, TypedFilter } from './protocol.ts';
import type { ReadField } from './query-fields.ts';
import type { Finding } from './query-find.ts';
import { printClause, unknownFields } from './query-syntax.ts';

/** As many values of a typed filter as a reader looks through. */
const MAX_TYPED_VALUES = 10;

const toTypedFilter = (
  { facet, typed, values, clause }: ReadField,
  counts: FacetCounts,
): TypedFilter => {
  const countOf = (value: string): number =>
    Object.hasOwn(counts[facet], value) ? (counts[facet][value] ?? 0) : 0;
  // of thousands of authors few are counted: all others stay in their order
  const counted = values.filter((value) => countOf(value) > 0);
  const byCount = [
    ...counted.toSorted((a, b) => countOf(b) - countOf(a)),
    ...values.filter((value) => countOf(value) === 0),
  ];
  return {
    facet,
    typed,
    values: byCount.slice(0, MAX_TYPED_VALUES),
    meant: values.length,
    clause: printClause(clause),
  };
};

/** What the reader is told of how the words were read. */
export const describeReading = (
  { question, widened, exact, fields }: Finding,
  countFacets: () => FacetCounts,
) => {
  // once for all fields, and not at all where there are none: it takes its time
  const counts = fields.length === 0 ? undefined : countFacets();
  return {
    typed: counts === undefined ? [] : fields.map((field) => toTypedFilter(field, counts)),
    unknownFields: unknownFields(question.syntax),
    alsoSearching: widened.alsoSearching,
    ...(exact !== undefined && { exact }),
  };
};
