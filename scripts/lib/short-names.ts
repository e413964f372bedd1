import type { Plugin } from 'vite';

const SCOPE = /data-astro-cid-([a-z0-9]{4})([a-z0-9]+)/g;

/**
 * Shortens the attribute by which Astro scopes styles, in markup and styles alike: a page has hundreds of them,
 * and on ten thousand pages they come to tens of megabytes. Two components of one short name end the build.
 */
export const shortScopes = (): Plugin => {
  const wholeNames = new Map<string, string>();
  const shorten = (whole: string, short: string): string => {
    const taken = wholeNames.get(short) ?? whole;
    if (taken !== whole) throw new Error(`Two components share the scope ${short}: rename one.`);
    wholeNames.set(short, whole);
    return `data-0${short}`;
  };
  return {
    name: 'short-scopes',
    apply: 'build',
    transform: (code) => (code.includes('data-astro-cid-') ? code.replace(SCOPE, shorten) : null),
  };
};

/** `PaperList.astro_astro_type_script_index_0_lang` is known well enough as `PaperList`. */
export const shortScriptName = ({ name }: { readonly name: string }): string =>
  `_astro/${name.replace(/\..*$/, '')}.[hash].js`;
