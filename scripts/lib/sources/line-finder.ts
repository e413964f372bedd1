/** Where lines end; a loop over numbers, for a text of many megabytes has many. */
const endsOf = (text: string): readonly number[] => {
  const ends: number[] = [];
  const pattern = /\r\n?|\n/g;
  while (pattern.test(text)) ends.push(pattern.lastIndex);
  return ends;
};

/**
 * Finds the 1-based line of an offset. The text is looked through once, so that asking for each of ten thousand
 * records costs nothing.
 */
export const lineFinder = (text: string): ((offset: number) => number) => {
  const ends = endsOf(text);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
};
