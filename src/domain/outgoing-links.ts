import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { byText } from './by-text.ts';
import type { CheckedCollection } from './collection-judge.ts';
import { webUrlSchema } from './fields.ts';
import { toLinkKey } from './link-report.ts';
import type { Paper } from './paper.ts';
import { arxivUrl, doiUrl, licenceUrl, versionUrl } from './publication.ts';
import type { SiteSettings } from './site-settings.ts';

/** Where a link stands: a file below the content folder, and its field or `body`. */
export type LinkPlace = { readonly file: string; readonly field: string };

/** An address to which the site leads, and all places that do. */
export type OutgoingLink = { readonly url: string; readonly places: readonly LinkPlace[] };

type Found = readonly [field: string, url: string | undefined];

/** The addresses of a Markdown text, in their order. */
export const markdownLinks = (markdown: string): readonly string[] => {
  const urlsOf = (node: Nodes): readonly string[] => [
    ...('url' in node ? [node.url] : []),
    ...('children' in node ? node.children.flatMap(urlsOf) : []),
  ];
  return urlsOf(fromMarkdown(markdown));
};

const bodyLinks = (markdown: string): readonly Found[] =>
  markdownLinks(markdown).map((url) => ['body', url]);

const paperLinks = (paper: Paper): readonly Found[] => {
  const { doi, arxiv, pdf, license, links = [], also = [], corrections = [], withdrawn } = paper;
  const notices = corrections.map(({ link }, at): Found => [`corrections.${at}.link`, link]);
  // a withdrawn paper's page has nothing but notices
  if (withdrawn !== undefined) return notices;
  return [
    ['doi', doi === undefined ? undefined : doiUrl(doi)],
    ['arxiv', arxiv === undefined ? undefined : arxivUrl(arxiv)],
    ['pdf', pdf],
    ['license', license === undefined ? undefined : licenceUrl(license)],
    ...links.map(({ url }, at): Found => [`links.${at}.url`, url]),
    ...also.map((version, at): Found => [`also.${at}`, versionUrl(version)]),
    ...notices,
  ];
};

const siteLinks = (site: SiteSettings): readonly Found[] => [
  ['repository', site.repository],
  ['dataLicence', site.dataLicence && licenceUrl(site.dataLicence)],
  ['removal', site.removal],
  ['generator.repository', site.generator?.repository],
  ...bodyLinks(site.welcome),
];

const isWeb = (url: string | undefined): url is string => webUrlSchema.safeParse(url).success;

/** Everything to which pages lead elsewhere, each address once, in code unit order. */
export const outgoingLinks = (collection: CheckedCollection): readonly OutgoingLink[] => {
  const { papers, topics, concepts, site } = collection;
  const files: readonly (readonly [file: string, found: readonly Found[]])[] = [
    ...papers.map((paper) => [`papers/${paper.id}.md`, paperLinks(paper)] as const),
    ...topics.map((one) => [`topics/${one.id}.md`, bodyLinks(one.introduction)] as const),
    ...concepts.map((one) => [`concepts/${one.id}.md`, bodyLinks(one.definition)] as const),
    ...(site === undefined ? [] : [['site.md', siteLinks(site)] as const]),
  ];
  const places = new Map<string, LinkPlace[]>();
  for (const [file, found] of files)
    for (const [field, raw] of found) {
      if (!isWeb(raw)) continue;
      const url = toLinkKey(raw);
      places.set(url, [...(places.get(url) ?? []), { file, field }]);
    }
  return [...places]
    .map(([url, list]) => ({
      url,
      places: list.toSorted((a, b) => byText(a.file, b.file) || byText(a.field, b.field)),
    }))
    .toSorted((a, b) => byText(a.url, b.url));
};
