import { z } from 'zod';
import { byText } from './by-text.ts';
import { daySchema, lineSchema, webUrlSchema } from './fields.ts';

/** The report's place in a content folder. */
export const LINKS_FILE = 'links.json';

export const LINK_STATES = ['alive', 'moved', 'unsure', 'suspect', 'dead'] as const;

const linkRecordSchema = z.strictObject({
  checked: daySchema.describe('The day on which it was last asked for.'),
  state: z
    .enum(LINK_STATES)
    .describe(
      'alive; moved: leads on for good; unsure: answered with something that proves nothing; suspect: gone once; dead: gone twice.',
    ),
  answer: lineSchema.describe('What came back: an HTTP status, or why there was none.'),
  to: webUrlSchema.optional().describe('Where a moved one leads.'),
  since: daySchema.optional().describe('The day on which it was first found gone.'),
});
export type LinkRecord = z.infer<typeof linkRecordSchema>;

/** `links.json`: what `npm run links` found out, kept from run to run. */
export const linksFileSchema = z.strictObject({
  version: z.literal(1).describe('Version of this file’s form.'),
  links: z
    .record(webUrlSchema, linkRecordSchema)
    .describe('By address, without the part after #: what is known of it.'),
});
export type LinksFile = z.infer<typeof linksFileSchema>;

export type LinkRecords = ReadonlyMap<string, LinkRecord>;

/** The part of an address that a server is asked for. */
export const toLinkKey = (url: string): string => url.replace(/#.*$/s, '');

/** What asking for a link showed. `silent`: no server answered at all. */
export type LinkAnswer =
  | { readonly type: 'alive'; readonly answer: string; readonly to?: string | undefined }
  | { readonly type: 'gone' | 'unsure' | 'silent'; readonly answer: string };

/** When a link was asked: on which day, and whether it is the second time in this run. */
export type Asking = { readonly day: string; readonly isSecond: boolean };

const sinceOf = (before: LinkRecord | undefined): Pick<LinkRecord, 'since'> =>
  before?.since === undefined ? {} : { since: before.since };

/** Only what was gone on two occasions is dead. */
const judgeGone = (
  before: LinkRecord | undefined,
  { day, isSecond }: Asking,
): LinkRecord['state'] =>
  before?.state === 'dead' || (before?.state === 'suspect' && (isSecond || before.checked < day))
    ? 'dead'
    : 'suspect';

/** What is known of a link after it was asked once more. */
export const judgeLink = (
  before: LinkRecord | undefined,
  found: LinkAnswer,
  asking: Asking,
): LinkRecord => {
  const { type, answer } = found;
  const checked = asking.day;
  if (type === 'alive') {
    // a new address that the report cannot hold would spoil all of it
    const to = webUrlSchema.safeParse(found.to).data;
    return to === undefined
      ? { checked, state: 'alive', answer }
      : { checked, state: 'moved', answer, to };
  }
  if (type === 'gone')
    return {
      checked,
      state: judgeGone(before, asking),
      answer,
      since: before?.since ?? checked,
    };
  // silence proves nothing, neither that a dead link came back
  if (type === 'silent' && before?.state === 'dead') return { ...before, checked };
  return { checked, state: 'unsure', answer, ...sinceOf(before) };
};

type ByAge = { readonly url: string; readonly record: LinkRecord | undefined };

/** Those that a run left in doubt first, then those never asked, then the oldest; at last by address. */
const byAge = (a: ByAge, b: ByAge): number =>
  Number(b.record?.state === 'suspect') - Number(a.record?.state === 'suspect') ||
  byText(a.record?.checked ?? '', b.record?.checked ?? '') ||
  byText(a.url, b.url);

/** Which links a run asks for, in this order; what was asked today already is left out, so that a run can go on. */
export const chooseLinks = (
  urls: readonly string[],
  records: LinkRecords,
  { day, limit, again }: { readonly day: string; readonly limit: number; readonly again: boolean },
): readonly string[] =>
  urls
    .map((url) => ({ url, record: records.get(url) }))
    .filter(({ record }) => again || record?.checked !== day || record.state === 'suspect')
    .toSorted(byAge)
    .slice(0, limit)
    .map(({ url }) => url);

/** Writes the report: by address, one a line, so that a difference shows what changed. */
export const formatLinksFile = (records: LinkRecords): string => {
  const lines = [...records]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([url, { checked, state, answer, to, since }]) => {
      const ordered = { checked, state, answer, to, since };
      return `    ${JSON.stringify(url)}: ${JSON.stringify(ordered)}`;
    });
  const body = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "links": ${body}\n}\n`;
};

/** By address: the day since which a link is dead. */
export type DeadLinks = ReadonlyMap<string, string>;

export const deadLinksOf = ({ links }: LinksFile): DeadLinks =>
  new Map(
    Object.entries(links).flatMap(([url, { state, since, checked }]) =>
      state === 'dead' ? [[url, since ?? checked] as const] : [],
    ),
  );

/** The day since which an address is dead. */
export const deadSince = (dead: DeadLinks, url: string): string | undefined =>
  dead.get(toLinkKey(url));

/**
 * Where copies of an address are kept, the one nearest to a day.
 * @example archiveUrl('https://a.example/', '2026-11-23') // 'https://web.archive.org/web/20261123/https://a.example/'
 */
export const archiveUrl = (url: string, day: string): string =>
  `https://web.archive.org/web/${day.replaceAll('-', '')}/${url}`;
