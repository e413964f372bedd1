import { editDistance } from './edit-distance.ts';

const LONGEST_WORD = 100;

const mostMistakes = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/**
 * The candidate that a person probably meant: at most a third of its letters differ; the first wins a tie.
 * @example nearestWord('licence', ['lang', 'license']) // 'license'
 */
export const nearestWord = (word: string, candidates: readonly string[]): string | undefined => {
  const typed = word.slice(0, LONGEST_WORD).toLowerCase();
  return candidates
    .map((candidate) => {
      const most = mostMistakes(candidate);
      return { candidate, most, away: editDistance(typed, candidate.toLowerCase(), most) };
    })
    .filter(({ away, most }) => away <= most)
    .toSorted((a, b) => a.away - b.away)[0]?.candidate;
};
