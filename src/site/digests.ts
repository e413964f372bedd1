import { planDigests, type Digest } from '../domain/digest.ts';
import { FEED_DAYS, toDigestEntry } from '../domain/digest-feed.ts';
import { toDigestItem, type DigestItem } from '../domain/digest-items.ts';
import type { FeedEntry } from '../domain/feed-entries.ts';
import type { SiteSettings } from '../domain/site-settings.ts';
import { addressOf, hrefOf } from './addresses.ts';
import { loadCatalog } from './catalog.ts';
import { loadHighlights } from './highlights.ts';

/** The day up to which there are digests, when the build was told one. */
const until = (): string | undefined =>
  (import.meta.env['DIGEST_UNTIL'] as string | undefined) || undefined;

const readDigests = async (): Promise<readonly Digest[]> =>
  planDigests((await loadCatalog()).papers, until());

let built: Promise<readonly Digest[]> | undefined;

/** All digests, the first day first: planned once a build, and anew for each page of a preview. */
export const loadDigests = (): Promise<readonly Digest[]> =>
  import.meta.env.DEV ? readDigests() : (built ??= readDigests());

/** What a digest tells of the papers that it shows. */
export const loadDigestItems = async ({ papers }: Digest): Promise<readonly DigestItem[]> => {
  const catalog = await loadCatalog();
  return papers.map((paper) => toDigestItem(paper, catalog, loadHighlights(paper)));
};

/** The newest days as entries of a feed, the newest first. */
export const loadDigestEntries = async (): Promise<readonly FeedEntry[]> => {
  const newest = (await loadDigests()).slice(-FEED_DAYS).toReversed();
  return Promise.all(
    newest.map(async (digest) => toDigestEntry(digest, await loadDigestItems(digest), hrefOf)),
  );
};

/** Whether there is a way to get digests without coming back: a feed, which wants an address, or a mail. */
export const canSubscribe = ({ mail }: SiteSettings, digests: readonly Digest[]): boolean =>
  digests.length > 0 && (addressOf('/') !== undefined || mail !== undefined);
