import { webUrlSchema } from './fields.ts';
import type { Link, LinkKind } from './paper.ts';

/** A web address inside a text: `text.slice(start, end)` is how it stands there. */
export type Address = { readonly start: number; readonly end: number; readonly url: string };

// hosts that are known without a scheme
const BARE_HOSTS =
  '(?:[\\w-]+\\.)*(?:github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org|huggingface\\.co|youtu\\.be|youtube\\.com|vimeo\\.com|zenodo\\.org|github\\.io)\\/';
// no address holds white space, brackets of TeX and HTML, or quotes; those of other scripts end it too
const REST = '[^\\s<>{}"`\\\\^|“”‘’«»。，、；：！？（）「」『』…]+';
const ADDRESS = new RegExp(
  `(?<![\\w/.@-])(?:https?:\\/\\/|www\\.|(?=${BARE_HOSTS}))${REST}`,
  'giu',
);

const TRAILING = /[.,;:!?'*_~-]$/;
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
];

const countOf = (text: string, sign: string): number => text.split(sign).length - 1;

const hasStrayBracket = (text: string): boolean =>
  BRACKETS.some(
    ([open, close]) => text.endsWith(close) && countOf(text, close) > countOf(text, open),
  );

/** Gives the sentence its full stop back, and its bracket, unless the address opened one itself. */
const trimAddress = (raw: string): string => {
  let address = raw.slice(0, 2000);
  while (TRAILING.test(address) || hasStrayBracket(address)) address = address.slice(0, -1);
  return address;
};

const withScheme = (address: string): string =>
  /^https?:\/\//i.test(address) ? address : `https://${address}`;

/** The web addresses of a text, in their order, without the punctuation of the sentence around them. */
export const findAddresses = (text: string): readonly Address[] =>
  [...text.matchAll(ADDRESS)].flatMap(({ 0: raw, index }) => {
    const address = trimAddress(raw);
    const url = withScheme(address);
    const isSound = /\/\/[^/]+\.[^/]/.test(url) && webUrlSchema.safeParse(url).success;
    return isSound ? [{ start: index, end: index + address.length, url }] : [];
  });

type Rule = readonly [pattern: RegExp, kind: LinkKind];

/** What a host and the path on it say, host and path in lower case; the first that matches holds. */
const PLACES: readonly Rule[] = [
  // lists of papers are kept in repositories, but are no code
  [/^github\.com\/[^/]+\/awesome/, 'project'],
  [
    /^(?:github|gitlab|gist\.github|gitee)\.com\/.|^gitlab\.|^(?:bitbucket|codeberg)\.org\/./,
    'code',
  ],
  [
    /^(?:sourceforge\.net|git\.sr\.ht|pypi\.org|anonymous\.4open\.science|colab\.research\.google\.com)/,
    'code',
  ],
  [/^(?:[\w-]+\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)/, 'video'],
  [
    /^huggingface\.co\/datasets|^(?:www\.)?modelscope\.cn\/datasets|^kaggle\.com\/(?:datasets|c\/|competitions)/,
    'data',
  ],
  [
    /^(?:zenodo\.org|(?:[\w-]+\.)?figshare\.com|datadryad\.org|dataverse\.|archive\.ics\.uci\.edu)/,
    'data',
  ],
  [/^huggingface\.co\/spaces/, 'demo'],
  [/^huggingface\.co\/(?:papers|collections|docs|blog)(?:\/|$)/, 'project'],
  [/^(?:huggingface\.co\/[^/]+\/[^/]|modelscope\.cn\/models)/, 'model'],
  [/^(?:arxiv\.org|(?:dx\.)?doi\.org|openreview\.net)/, 'other'],
  [/^[\w-]+\.(?:github|gitlab)\.io|^sites\.google\.com/, 'project'],
];

/** Words that say what is found at an address of which the host says nothing. */
const WORDS: readonly Rule[] = [
  [/\b(?:code|codes|codebase|software|implementation|source)\b/i, 'code'],
  [/\b(?:datasets?|data|corpus|benchmark)\b/i, 'data'],
  [/\bdemos?\b/i, 'demo'],
  [/\bvideos?\b/i, 'video'],
  [/\b(?:models?|weights|checkpoints?)\b/i, 'model'],
];

const WORDS_BEFORE = 120;

/** The words of an address's own sentence that stand before it, as far as the address before that. */
const wordsBefore = (text: string, address: Address, previousEnd: number): string => {
  const before = text.slice(Math.max(previousEnd, address.start - WORDS_BEFORE), address.start);
  return before.split(/[.!?](?:\s|(?=\p{Lu}))/u).at(-1) ?? '';
};

/** What is known of the place that an address leads to. */
export const kindOfPlace = (url: string): LinkKind | undefined => {
  const place = url.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '');
  return PLACES.find(([pattern]) => pattern.test(place))?.[1];
};

/** The kind whose word comes first in a text. */
const kindOfWords = (words: string): LinkKind | undefined => {
  const named = WORDS.map(([pattern, kind]) => ({ at: words.search(pattern), kind }));
  return named.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0]?.kind;
};

const pathWords = (url: string): string =>
  url.replace(/^https?:\/\/[^/]*/i, '').replace(/[/_-]+/g, ' ');

/** One form of the addresses that lead to one place. */
export const sameAs = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/(?:\.git)?\/?$/, '');

/**
 * The links that an abstract names, each place once, in their order. What is found there is told by host and
 * path, else by the words before it or in the path, else it is the project's page. The abstract keeps its text.
 * @example abstractLinks('Code: https://github.com/intel/xFasterTransformer.')
 * // [{ kind: 'code', url: 'https://github.com/intel/xFasterTransformer' }]
 */
export const abstractLinks = (abstract: string): readonly Link[] => {
  const links = new Map<string, Link>();
  let previousEnd = 0;
  for (const address of findAddresses(abstract)) {
    const { url } = address;
    const words = wordsBefore(abstract, address, previousEnd);
    const kind = kindOfPlace(url) ?? kindOfWords(words) ?? kindOfWords(pathWords(url)) ?? 'project';
    if (!links.has(sameAs(url))) links.set(sameAs(url), { kind, url });
    previousEnd = address.end;
  }
  return [...links.values()];
};
