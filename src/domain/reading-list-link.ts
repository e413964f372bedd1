import { isId } from './ids.ts';

/** A list in the fragment of a link, which no host is ever sent: `#p=one-paper,another-paper`. */
export const writeListFragment = (ids: readonly string[]): string => `#p=${ids.join(',')}`;

/** The ids in a fragment, each once. Whatever mail and messengers make of a link does no harm. */
export const readListFragment = (fragment: string): readonly string[] => {
  // no id has anything encoded in it: `%2C` stands between two
  const text = fragment.replace(/%[0-9a-f]{2}/gi, ',');
  const [, ids = ''] = /^#?(?:[^&]*&)*?p=([^&]*)/.exec(text) ?? [];
  return [...new Set(ids.toLowerCase().split(/[^a-z0-9-]+/))].filter(isId);
};
