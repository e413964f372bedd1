/** How a link to a sentence found its way, when its anchor is gone. */
export type FoundSentence = {
  readonly anchor: string;
  /** `moved`: the same words under another number; `reworded`: other words under the same number */
  readonly as: 'exact' | 'moved' | 'reworded';
};

const ANCHOR = /^s(\d+)-([0-9a-f]{4})$/;

const numberOf = (anchor: string): number => Number(ANCHOR.exec(anchor)?.[1]);
const hashOf = (anchor: string): string | undefined => ANCHOR.exec(anchor)?.[2];

export const isSentenceAnchor = (text: string): boolean => ANCHOR.test(text);

/**
 * The sentence that a link means: the one it names, else the nearest with the same words, else the one that
 * now has its number; undefined when the abstract has become too short.
 */
export const findSentence = (
  wanted: string,
  anchors: readonly string[],
): FoundSentence | undefined => {
  if (anchors.includes(wanted)) return { anchor: wanted, as: 'exact' };
  const distance = (anchor: string) => Math.abs(numberOf(anchor) - numberOf(wanted));
  const [nearest] = anchors
    .filter((anchor) => hashOf(anchor) === hashOf(wanted))
    .toSorted((a, b) => distance(a) - distance(b) || numberOf(a) - numberOf(b));
  if (nearest !== undefined) return { anchor: nearest, as: 'moved' };
  const heir = anchors.find((anchor) => numberOf(anchor) === numberOf(wanted));
  return heir === undefined ? undefined : { anchor: heir, as: 'reworded' };
};
