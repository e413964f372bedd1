/** Numbers in rows, all as wide as `width`. */
export type Table = { readonly width: number; readonly values: Float32Array };

/** Rows between two yields: a millisecond or so. */
const ROWS_AT_ONCE = 500;
/** Share of a mean column below which what is left of one is taken for rounding. */
const NOTHING_LEFT = 1e-6;

/** The products of all columns with each other, below the diagonal. */
function* multiplyColumns({ width, values }: Table): Generator<void, Float64Array> {
  const products = new Float64Array(width * width);
  for (let row = 0; row < values.length; row += width) {
    if (row % (ROWS_AT_ONCE * width) === 0) yield;
    for (let a = 0; a < width; a += 1) {
      const factor = values[row + a] ?? 0;
      if (factor === 0) continue;
      for (let b = 0; b <= a; b += 1)
        products[a * width + b] = (products[a * width + b] ?? 0) + factor * (values[row + b] ?? 0);
    }
  }
  return products;
}

/** Cholesky's decomposition, in place: the lower triangle that times itself gives the products. */
const decompose = (products: Float64Array, width: number): void => {
  let trace = 0;
  for (let a = 0; a < width; a += 1) trace += products[a * (width + 1)] ?? 0;
  const least = NOTHING_LEFT * (trace / width) || 1;
  for (let a = 0; a < width; a += 1)
    for (let b = 0; b <= a; b += 1) {
      let rest = products[a * width + b] ?? 0;
      for (let c = 0; c < b; c += 1)
        rest -= (products[a * width + c] ?? 0) * (products[b * width + c] ?? 0);
      products[a * width + b] =
        a === b ? Math.sqrt(Math.max(rest, least)) : rest / (products[b * (width + 1)] ?? 1);
    }
};

/** Makes the columns of a table stand upright on each other, each of length 1; yields now and then. */
export function* orthonormalize(table: Table): Generator<void> {
  const { width, values } = table;
  const triangle = yield* multiplyColumns(table);
  decompose(triangle, width);
  for (let row = 0; row < values.length; row += width) {
    if (row % (ROWS_AT_ONCE * width) === 0) yield;
    for (let a = 0; a < width; a += 1) {
      let rest = values[row + a] ?? 0;
      for (let b = 0; b < a; b += 1)
        rest -= (triangle[a * width + b] ?? 0) * (values[row + b] ?? 0);
      values[row + a] = rest / (triangle[a * (width + 1)] ?? 1);
    }
  }
}
