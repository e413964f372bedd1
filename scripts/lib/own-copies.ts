import type { Plugin } from 'vite';

/** Copies of one name are shared among themselves. */
const OWN = /[?&](own(?:=[a-z]+)?)$/;

const toOwn = (id: string, own: string): string => `${id}${id.includes('?') ? '&' : '?'}${own}`;

/**
 * Gives a script that is imported with `?own` or `?own=name` copies of all that it imports itself, so that it comes
 * as one file. Otherwise each part that another page has, too, is a file of its own: a dozen small ones pack worse
 * than one, and each is asked for. What is loaded on demand stays shared, and so does what keeps state for the whole
 * page.
 */
export const ownCopies = (): Plugin => ({
  name: 'own-copies',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, { kind }) {
    const [, own] = OWN.exec(importer ?? '') ?? [];
    if (importer === undefined || own === undefined) return null;
    if (kind === 'dynamic-import' || !source.startsWith('.')) return null;
    const shared = await this.resolve(source, importer.replace(OWN, ''), { skipSelf: true });
    return shared && toOwn(shared.id, own);
  },
});
