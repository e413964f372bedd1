import { dateToText } from './dates.ts';
import { fileUrl, forgeOf, issueUrl, type Forge, type Keeping } from './forges.ts';
import { KIND_LABELS } from './labels.ts';
import type { Paper } from './paper.ts';
import { containerPhrases } from './publication.ts';
import type { SiteSettings } from './site-settings.ts';

/** A way to say that something about a paper is wrong. */
export type Report = { readonly field: string; readonly url: string };

/** How a reader may have a record put right. */
export type FixWays = {
  /** the entry in its repository */
  readonly entry?: string | undefined;
  /** forms that say already what is there now, one for each field */
  readonly reports: readonly Report[];
  /** a mail that says of which paper it is, where there is no repository to turn to */
  readonly mail?: string | undefined;
};

/** Whom a reader can turn to, as the settings of the site tell. */
type Whom = Pick<SiteSettings, 'repository' | 'entries' | 'mail'>;

/** What a report is filled with. */
type Filling = {
  readonly title: string;
  readonly paper: string;
  readonly field: string;
  readonly old: string;
};

/** Encoded, what a title and a value may take: with the rest, an address that every browser and host takes. */
const MAX_TITLE = 120;
const MAX_OLD = 200;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

/** The beginning of a text that, encoded, is not longer than `most`, with dots where something is missing. */
const cutEncoded = (text: string, most: number): string => {
  if (encode(text).length <= most) return text;
  let kept = '';
  let length = encode('…').length;
  for (const character of text) {
    length += encode(character).length;
    if (length > most) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
};

/** As forms send it: a plus for a space, which is shorter. */
const toQuery = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${encode(key)}=${encode(value).replaceAll('%20', '+')}`)
    .join('&');

const toBody = ({ paper, field, old }: Filling): string =>
  [`Paper: ${paper}`, `Field: ${field}`, `As it is now: ${old}`, 'As it should be: '].join('\n\n');

/** The name of the form among the issue forms of a repository. */
const TEMPLATE = 'fix-record.yml';

const ISSUE_FIELDS: Partial<Readonly<Record<Forge, (filling: Filling) => object>>> = {
  github: ({ title, paper, field, old }) => ({ template: TEMPLATE, title, paper, field, old }),
  gitlab: (filling) => ({
    'issue[title]': filling.title,
    'issue[description]': toBody(filling),
  }),
  forgejo: (filling) => ({ title: filling.title, body: toBody(filling) }),
};

/** What a record says, by the names that readers see; what it does not say is not listed. */
const valuesOf = (paper: Paper): readonly (readonly [field: string, value: string])[] => {
  const { title, abstract, authors = [], date, container, topics = [], kind } = paper;
  const where = container === undefined ? [] : containerPhrases(container);
  const when = date === undefined ? [] : [dateToText(date)];
  const sort = kind === undefined ? [] : [KIND_LABELS[kind].one];
  const values = [
    ['Title', title],
    ['Abstract', abstract],
    ['Authors', authors.map(({ name }) => name).join('; ')],
    ['Publication', [...where, ...when].join(', ')],
    ['Topics and kind', [...topics, ...sort].join(', ')],
  ] as const;
  return values.filter(([, value]) => value !== '');
};

const SOMETHING_ELSE = 'Something else';

const toFilling = (paper: Paper, address: string, field: string, old: string): Filling => ({
  title: `Fix: ${cutEncoded(paper.title, MAX_TITLE)}`,
  paper: address,
  field,
  old: cutEncoded(old, MAX_OLD),
});

const reportsOf = (paper: Paper, address: string, keeping: Keeping): readonly Report[] => {
  const url = issueUrl(keeping);
  const forge = forgeOf(keeping);
  const fieldsOf = forge && ISSUE_FIELDS[forge];
  if (url === undefined || fieldsOf === undefined) return [];
  return [...valuesOf(paper), [SOMETHING_ELSE, ''] as const].map(([field, old]) => {
    const fields = fieldsOf(toFilling(paper, address, field, old)) as Record<string, string>;
    return { field, url: `${url}?${toQuery(fields)}` };
  });
};

/** A mail's lines end as mail has it; its spaces are no pluses. */
const mailUrl = (paper: Paper, address: string, mail: string): string => {
  const filling = toFilling(paper, address, '', '');
  const subject = encode(filling.title);
  return `mailto:${encode(mail).replaceAll('%40', '@')}?subject=${subject}&body=${encode(toBody(filling).replaceAll('\n', '\r\n'))}`;
};

/** How to have the record of a paper put right; `address` tells which paper. */
export const fixWays = (paper: Paper, address: string, whom: Whom): FixWays => {
  const { repository, entries, mail } = whom;
  const keeping = repository === undefined ? undefined : { repository, ...entries };
  const entry = keeping && fileUrl(keeping, `papers/${paper.id}.md`);
  const reports = keeping === undefined ? [] : reportsOf(paper, address, keeping);
  const byMail = reports.length === 0 && mail !== undefined;
  return { entry, reports, ...(byMail && { mail: mailUrl(paper, address, mail) }) };
};
