/** Insertions, deletions and replacements that turn one word into the other (Levenshtein). */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
};

/**
 * The candidate that a person probably meant: at most a third of its letters differ, the first wins a tie.
 * @example nearestWord('licence', ['lang', 'license']) // 'license'
 */
export const nearestWord = (word: string, candidates: readonly string[]): string | undefined => {
  const short = word.slice(0, 100).toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, away: distance(short, candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(1, candidate.length / 3))
    .toSorted((a, b) => a.away - b.away)[0]?.candidate;
};
