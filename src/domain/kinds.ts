/** Closed lists that schemas and the browser share; in a module without zod, for pages load it. */

export const KINDS = [
  'survey',
  'benchmark-dataset',
  'method',
  'system',
  'analysis',
  'position',
] as const;
export type Kind = (typeof KINDS)[number];

export const LINK_KINDS = [
  'code',
  'project',
  'data',
  'model',
  'demo',
  'video',
  'slides',
  'poster',
  'other',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
