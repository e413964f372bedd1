import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { CslItem } from './citation-record.ts';
import { CITATION_STYLE } from './citation-style.ts';
import { doiUrl } from './publication.ts';

const STYLE = 'paperlight';
const { styles } = plugins.config.get('@csl');
if (!styles.has(STYLE)) styles.add(STYLE, CITATION_STYLE);

/** Stands for the title while a style is applied, for a style reads markup in it and changes its quotes. */
const TITLE = '\ue000';

/** A citation in three pieces: what stands before the title, the title, and what stands after it. */
const split = (item: CslItem): readonly [before: string, title: string, after: string] => {
  const text = plugins.output.format('bibliography', [{ ...item, title: TITLE }], {
    template: STYLE,
    format: 'text',
  }) as string;
  const [before = '', after = ''] = text.trim().split(TITLE);
  // a title with an end of its own needs no full stop
  return [before, item.title, /[.?!]$/.test(item.title) ? after.replace(/^\./, '') : after];
};

const ADDRESS_AT_END = /(?:^|\s)https?:\/\/\S+$/;

/** What has neither an end of its own nor an address there, where it would not be told from the end. */
const endWithStop = (text: string): string =>
  ADDRESS_AT_END.test(text) || /[.?!]$/.test(text) ? text : `${text}.`;

/** The title being a link to where the paper is, its address need not be printed. */
const toMarkdownLine = (
  item: CslItem,
  [before, title, after]: ReturnType<typeof split>,
  address?: string,
) => {
  const url = item.DOI === undefined ? (item.URL ?? address) : doiUrl(item.DOI);
  const text = { type: 'text', value: title } as const;
  const rest = endWithStop(`${title}${after.replace(ADDRESS_AT_END, '')}`).slice(title.length);
  return toMarkdown({
    type: 'paragraph',
    children: [
      { type: 'text', value: before },
      url === undefined ? text : { type: 'link', url, children: [text] },
      { type: 'text', value: rest },
    ],
  }).trim();
};

/**
 * A citation for people.
 * @param address where the link leads unless the paper has a DOI or an address of its own
 * @example text: 'Ada Author and Bo Writer. 2024. A Title. Journal of Light, 3(2), 10–20. https://doi.org/10.1/x'
 * @example markdown: 'Ada Author and Bo Writer. 2024. [A Title](https://doi.org/10.1/x). Journal of Light, 3(2), 10–20.'
 */
export const toReadableCitations = (item: CslItem, address?: string) => {
  const pieces = split(item);
  return { text: endWithStop(pieces.join('')), markdown: toMarkdownLine(item, pieces, address) };
};
