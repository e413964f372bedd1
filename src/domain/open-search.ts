import { cutText } from './description.ts';
import { escapeText } from './escape-text.ts';
import type { SiteSettings } from './site-settings.ts';
import { cleanText } from './text.ts';

export type OpenSearchParts = {
  readonly site: Pick<SiteSettings, 'title' | 'description' | 'language'>;
  /** addresses */
  readonly search: string;
  readonly self: string;
  readonly icon: string;
};

/** What the format allows. */
const LONGEST = { shortName: 16, longName: 48, description: 1024 } as const;

const element = (name: string, text: string): string =>
  `  <${name}>${escapeText(cleanText(text).text)}</${name}>`;

/** Tells browsers how to search the site from the address bar, by OpenSearch 1.1. */
export const openSearchXml = ({ site, search, self, icon }: OpenSearchParts): string =>
  `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element('ShortName', cutText(site.title, LONGEST.shortName)),
    element('Description', cutText(site.description, LONGEST.description)),
    `  <Url type="text/html" template="${escapeText(search)}?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeText(self)}"/>`,
    element('LongName', cutText(site.title, LONGEST.longName)),
    `  <Image type="image/svg+xml">${escapeText(icon)}</Image>`,
    element('Language', site.language),
    element('InputEncoding', 'UTF-8'),
    '</OpenSearchDescription>',
  ].join('\n')}\n`;
