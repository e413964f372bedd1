import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orthonormalize, type Table } from './orthonormal.ts';

const WIDTH = 4;

/** Tables with random numbers: their columns point in different directions. */
const anyTable = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: WIDTH * 30,
    maxLength: WIDTH * 30,
  })
  .map((values): Table => ({ width: WIDTH, values: Float32Array.from(values) }));

const columnOf = ({ width, values }: Table, column: number): readonly number[] =>
  Array.from(values).filter((_, at) => at % width === column);

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

const columnsOf = (table: Table) => Array.from({ length: WIDTH }, (_, at) => columnOf(table, at));

const run = (table: Table): Table => {
  const copy = { ...table, values: table.values.slice() };
  Array.from(orthonormalize(copy));
  return copy;
};

/** Whether the columns are so far apart that rounding does not matter. */
const isWell = (table: Table): boolean =>
  columnsOf(table).every((column, at, all) =>
    all.slice(0, at).every((other) => {
      const lengths = Math.sqrt(dot(column, column) * dot(other, other));
      return lengths > 0.1 && Math.abs(dot(column, other)) < 0.6 * lengths;
    }),
  );

test('columns come to stand upright on each other, each of length 1', () => {
  fc.assert(
    fc.property(anyTable.filter(isWell), (table) => {
      const columns = columnsOf(run(table));
      columns.forEach((a, i) =>
        columns.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 4)),
      );
    }),
  );
});

test('they reach what they reached before', () => {
  fc.assert(
    fc.property(anyTable.filter(isWell), (table) => {
      const after = columnsOf(run(table));
      for (const column of columnsOf(table)) {
        const shares = after.map((one) => dot(one, column));
        const lost = dot(column, column) - dot(shares, shares);
        expect(lost / dot(column, column)).toBeCloseTo(0, 4);
      }
    }),
  );
});

test.each([
  ['nothing', [0, 0, 0, 0]],
  ['the same four times', [1, 1, 1, 1]],
])('columns that hold %s stay finite', (_, row) => {
  const values = Float32Array.from(Array.from({ length: 10 }, () => row).flat());
  const after = run({ width: WIDTH, values });
  expect(after.values.every(Number.isFinite)).toBe(true);
});
