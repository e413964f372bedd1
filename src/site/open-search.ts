import { openSearchXml } from '../domain/open-search.ts';
import { addressOf, hrefOf } from './addresses.ts';
import { loadCatalog } from './catalog.ts';

/** `opensearch.xml`; none while the site has no address, for browsers want whole ones. */
export const writeOpenSearch = async (): Promise<string | undefined> => {
  if (addressOf('/') === undefined) return undefined;
  const { site } = await loadCatalog();
  return openSearchXml({
    site,
    search: hrefOf('/search/'),
    self: hrefOf('/opensearch.xml'),
    icon: hrefOf('/favicon.svg'),
  });
};
