import { withBase } from '../domain/urls.ts';

/** Where a path is on the web; unknown while the site has no address. */
export const addressOf = (path: string): string | undefined => {
  // typed as if it were always there
  const site = import.meta.env.SITE as string | undefined;
  return site === undefined
    ? undefined
    : new URL(withBase(import.meta.env.BASE_URL, path), site).href;
};

/** The address of a path, or, while the site has none, what a page would link to. */
export const hrefOf = (path: string): string =>
  addressOf(path) ?? withBase(import.meta.env.BASE_URL, path);
