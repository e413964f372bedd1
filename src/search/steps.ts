/** Work that stops often, so that whoever drives it may answer questions between two steps. */
export type Steps<T> = Generator<void, T>;

/** Takes all steps at once. */
export const finish = <T>(steps: Iterator<unknown, T>): T => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};

/** Maps a list, some items a step. */
export function* mapInSteps<In, Out>(
  items: readonly In[],
  itemsPerStep: number,
  map: (item: In, at: number) => Out,
): Steps<Out[]> {
  const out: Out[] = [];
  for (const [at, item] of items.entries()) {
    if (at % itemsPerStep === 0) yield;
    out.push(map(item, at));
  }
  return out;
}
