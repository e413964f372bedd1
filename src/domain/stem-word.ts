/** What inflection and spelling add to a word, in the order in which it comes off. */
const ENDINGS: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/(?<=[^s].)ies$/, 'y'],
  [/(?<=..[^siu])s$/, ''],
  [/(?<=..[iy])[sz]ations?$/, 'z'],
  [/(?<=...[iy])s(?:e|ed|ing)$/, 'z'],
  [/ied$/, 'y'],
  [/(?<=[aeiouy].*[^e])(?:ed|ing)$/, ''],
  [/([bdgmnprt])\1$/, '$1'],
  [/(?<=..)e$/, ''],
];

/**
 * Takes off what inflection and spelling add, and no more: Porter's stemmer would make one word of adapter
 * and adaptive, of general and generation. Expects lower case.
 * @example stemWord('pruned'), stemWord('pruning') // 'prun'
 * @example stemWord('quantisation'), stemWord('quantized') // 'quantiz'
 */
export const stemWord = (word: string): string =>
  ENDINGS.reduce((stem, [ending, instead]) => stem.replace(ending, instead), word);
