import type { Span } from './highlights-sentences.ts';

/** Who speaks and what leads up to a result; a phrase does without it. */
const LEAD_IN = new RegExp(
  [
    '^(?:\\s|[,;:])+',
    '^(?:where|when) (?=(?:the|an?|our|its)\\b)',
    '^(?:which )?(?:is|are|was|were) ',
    '^which ',
    '^(?:and|but|or|while|whereas|thereby|thus|hence|also|notably|moreover|furthermore|specifically|additionally|for example|in particular|respectively|that|then|e\\.g\\.|i\\.e\\.|even)\\b,?\\s+',
    '^(?:we|it|they|which|this|our (?:[\\w-]+ ){1,3}|the proposed (?:[\\w-]+ ){1,3}|(?:our )?(?:experimental |empirical |extensive )?(?:results|experiments) )\\s*(?:can |could |also |further |even |successfully |consistently |significantly )*(?:achieves?|achieved|obtains?|obtained|yields?|yielded|delivers?|delivered|reach(?:es|ed)?|attains?|attained|provides?|provided|observed?|shows?|showed|demonstrates?|demonstrated|gets?|got|finds?|found|reports?|reported|exhibits?|has|have)\\s+(?!that\\b)',
    '^(?:achieving|obtaining|yielding|delivering|reaching|resulting in|leading to|providing|attaining|demonstrating|showing|representing|with)\\s+',
  ].join('|'),
  'iu',
);

const TRAIL =
  /(?:[\s,;:.–—-]|\s(?:proves?|shows?|demonstrates?|indicates?|and|or|but|of|the|a|an|with|by|to|in|on|for|at|while|as|than|i\.e|e\.g))+$/iu;
const BREAKS =
  /\s(?=(?:on|for|in|when|using|over|than|compared|across|with|at|while|under|by|without|to)\s)/giu;

const trimStart = (text: string, { start, end }: Span, until: number): number => {
  let from = start;
  for (;;) {
    const lead = LEAD_IN.exec(text.slice(from, end))?.[0].length ?? 0;
    if (lead === 0 || from + lead > until) return from;
    from += lead;
  }
};

const trimEnd = (text: string, from: number, end: number): number =>
  Math.max(from, end - (TRAIL.exec(text.slice(from, end))?.[0].length ?? 0));

const CLOSED = /^[^()]*(?:\([^()]*\)[^()]*)*$/u;

/** The last place at which a phrase that is too long may end. */
const shorten = (
  text: string,
  start: number,
  from: number,
  end: number,
  most: number,
): number | undefined => {
  if (end - start <= most) return end;
  const breaks = [...text.slice(from, start + most).matchAll(BREAKS)];
  const last = breaks.findLast(({ index }) => CLOSED.test(text.slice(start, from + index)));
  return last && from + last.index;
};

// a few more things in a list, no further figures
const LISTED_RESPECTIVELY = /^(?:,[^,;:%×]{1,60}){0,4},? respectively\b/iu;

/** `15x and 9.3x over A, B` means nothing without what follows up to `respectively`. */
const withRespectively = (text: string, end: number): number =>
  end + (LISTED_RESPECTIVELY.exec(text.slice(end, end + 140))?.[0].length ?? 0);

/** A phrase without what leads up to it and trails off; nothing when it cannot be made short enough. */
export const trimPhrase = (
  text: string,
  window: Span,
  core: Span,
  most: number,
): Span | undefined => {
  const start = trimStart(text, window, core.start);
  const cut = shorten(text, start, core.end, window.end, most);
  if (cut === undefined) return undefined;
  const end = withRespectively(text, trimEnd(text, core.end, cut));
  return CLOSED.test(text.slice(start, end)) ? { start, end } : undefined;
};
