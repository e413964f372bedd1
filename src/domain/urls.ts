import type { ConceptId, PaperId, TopicId } from './fields.ts';

/** Site paths begin and end with a slash and know nothing of the base; `withBase` puts them on a site. */
export const paperPath = (id: PaperId): string => `/papers/${id}/`;
/** The same as Markdown. */
export const paperMarkdownPath = (id: PaperId): string => `/papers/${id}.md`;
export const topicPath = (id: TopicId): string => `/topics/${id}/`;
export const conceptPath = (id: ConceptId): string => `/concepts/${id}/`;

/**
 * Brings a base path to the form that Astro and the pages share.
 * @example readBase('x'), readBase('/x'), readBase('/x/') // '/x/'
 * @example readBase(''), readBase('/') // '/'
 */
export const readBase = (raw: string): string => {
  const inner = raw
    .split('/')
    .filter((part) => part !== '')
    .join('/');
  return inner === '' ? '/' : `/${inner}/`;
};

/** @example withBase('/x/', '/papers/') // '/x/papers/' */
export const withBase = (base: string, path: string): string => `${base}${path.replace(/^\//, '')}`;
