import { readBase } from '../../src/domain/urls.ts';
import { UsageError } from './cli.ts';

/** Where a site stands: its origin, when anybody said it, and its base path, slashes at both ends. */
export type SiteAddress = { readonly origin?: string; readonly base: string };

export type AddressSources = {
  /** what `site.md` says */
  readonly address?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly basePath?: string | undefined;
};

const parseSiteUrl = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new UsageError(
    `SITE_URL is ${JSON.stringify(text)}; expected an address like https://example.org/papers/.`,
  );
};

// a base path is put into links as it is, so it must not be able to end them or to climb
const UNFIT_FOR_PATH = /[\s?#\\:<>"']|(?:^|\/)\.{1,2}(?:\/|$)/;

const parseBasePath = (text: string): string => {
  if (!UNFIT_FOR_PATH.test(text)) return readBase(text);
  throw new UsageError(`BASE_PATH is ${JSON.stringify(text)}; expected a path like /papers/.`);
};

/**
 * SITE_URL replaces the address of `site.md` as a whole, BASE_PATH replaces the path of either. An empty
 * SITE_URL says nothing; an empty BASE_PATH says that the site stands at the root of its host.
 */
export const readSiteAddress = ({ address, siteUrl, basePath }: AddressSources): SiteAddress => {
  const said = siteUrl === undefined || siteUrl === '' ? address : siteUrl;
  const url = said === undefined ? undefined : parseSiteUrl(said);
  const base = parseBasePath(basePath ?? url?.pathname ?? '');
  return url === undefined ? { base } : { origin: url.origin, base };
};
