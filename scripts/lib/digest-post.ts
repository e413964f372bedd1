import { buildCatalog, type Catalog } from '../../src/domain/catalog.ts';
import { digestOf, type Digest } from '../../src/domain/digest.ts';
import { toDigestItem } from '../../src/domain/digest-items.ts';
import { toDigestMail } from '../../src/domain/digest-mail.ts';
import { DIGEST_PATH } from '../../src/domain/digest-words.ts';
import { nearestWord } from '../../src/domain/nearest-word.ts';
import { hasErrors, quote, type Problem } from '../../src/domain/problem.ts';
import type { SiteSettings } from '../../src/domain/site-settings.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { withBase } from '../../src/domain/urls.ts';
import { checkContent } from './check-content.ts';
import { shownPath, UsageError } from './cli.ts';
import type { DigestPost } from './digest-message.ts';
import { readSiteAddress } from './site-address.ts';

export type DigestRequest = {
  readonly contentDir: string;
  readonly date: string;
  /** the id of a topic, for the digest of its papers alone */
  readonly topic?: string | undefined;
  /** whether it is only looked at, so that a made-up sender will do when the settings name none */
  readonly isTrial: boolean;
};

/** `post` is missing when errors stood in the way. */
export type LoadedPost = {
  readonly problems: readonly Problem[];
  readonly post?: DigestPost;
};

type Fault = Pick<Problem, 'severity' | 'field' | 'found' | 'wanted' | 'hint'>;

const NO_ADDRESS: Fault = {
  severity: 'error',
  field: 'address',
  found: 'no address',
  wanted: 'where the site is, for a mail links to it',
  hint: 'Write it in site.md, or give it as SITE_URL.',
};

const noMail = (isTrial: boolean, standIn: string): Fault => ({
  severity: isTrial ? 'warning' : 'error',
  field: 'mail',
  found: 'no mail address',
  wanted: 'the address from which the digest comes and that takes orders to unsubscribe',
  hint: `Write it in site.md.${isTrial ? ` Until then ${standIn} stands in its place.` : ''}`,
});

const nothingAdded = (date: string): Fault => ({
  severity: 'error',
  found: `no paper added on ${date} or before`,
  wanted: 'a first paper to begin with',
  hint: 'Ingest writes the day into `added`; for papers written by hand, write it yourself.',
});

const findTopic = ({ topics }: Catalog, id: string): Topic => {
  const topic = topics.find((one) => one.id === id);
  if (topic !== undefined) return topic;
  const ids: readonly string[] = topics.map((one) => one.id);
  const near = nearestWord(id, ids);
  throw new UsageError(
    `There is no topic ${quote(id)}.${near === undefined ? '' : ` Did you mean ${quote(near)}?`}`,
  );
};

/** Where the site is and where its mail comes from. */
type Sender = { readonly origin: string; readonly base: string; readonly mail: string };

const readSender = (
  site: SiteSettings,
  { contentDir, isTrial }: DigestRequest,
  env: NodeJS.ProcessEnv,
): { readonly problems: readonly Problem[]; readonly sender?: Sender } => {
  const file = `${shownPath(contentDir)}/site.md`;
  const { SITE_URL: siteUrl, BASE_PATH: basePath } = env;
  const { origin, base } = readSiteAddress({ address: site.address, siteUrl, basePath });
  if (origin === undefined) return { problems: [{ file, ...NO_ADDRESS }] };
  if (site.mail !== undefined) return { problems: [], sender: { origin, base, mail: site.mail } };
  const mail = `digest@${new URL(origin).hostname}`;
  return { problems: [{ file, ...noMail(isTrial, mail) }], sender: { origin, base, mail } };
};

const toPost = (
  catalog: Catalog,
  digest: Digest,
  { origin, base, mail }: Sender,
  topic: Topic | undefined,
): DigestPost => {
  const { site } = catalog;
  const hrefOf = (path: string): string => `${origin}${withBase(base, path)}`;
  const items = digest.papers.map((paper) => toDigestItem(paper, catalog));
  return {
    mail: toDigestMail({ site, digest, items, topic, hrefOf, mail }),
    from: { name: site.title, address: mail },
    date: digest.date,
    topic: topic?.id,
    siteUrl: hrefOf('/'),
    archive: hrefOf(DIGEST_PATH),
  };
};

/** Makes the digest of a day ready for the mail, from a collection without errors. */
export const loadPost = async (request: DigestRequest, env = process.env): Promise<LoadedPost> => {
  const { contentDir, date } = request;
  const { collection, problems } = await checkContent(contentDir);
  if (collection === undefined || hasErrors(problems)) return { problems };
  const catalog = buildCatalog(collection);
  const topic = request.topic === undefined ? undefined : findTopic(catalog, request.topic);
  const settings = readSender(catalog.site, request, env);
  if (settings.sender === undefined || hasErrors(settings.problems)) return settings;
  const papers = catalog.papers.filter(({ topics }) => !topic || topics?.includes(topic.id));
  const digest = digestOf(papers, date);
  if (digest === undefined)
    return { problems: [{ file: `${shownPath(contentDir)}/papers`, ...nothingAdded(date) }] };
  return { problems: settings.problems, post: toPost(catalog, digest, settings.sender, topic) };
};
