import { countOf } from './labels.ts';
import { bullets, heading, link, paragraph, text, writeMarkdown } from './markdown-nodes.ts';
import type { SiteSettings } from './site-settings.ts';

/** A place on the site, and what is there. */
export type Pointer = { readonly name: string; readonly href: string; readonly note: string };

export type LlmsParts = {
  readonly site: Pick<SiteSettings, 'title' | 'description'>;
  readonly papers: number;
  /** where the Markdown of a paper is, its id to be put in */
  readonly paperHref: string;
  readonly sections: readonly (readonly [heading: string, pointers: readonly Pointer[]])[];
};

const toList = (pointers: readonly Pointer[]) =>
  bullets(pointers.map(({ name, href, note }) => [link(href, name), text(`: ${note}`)]));

/** `llms.txt` as llmstxt.org proposes it: the name, what the site is, and lists of places to go on from. */
export const llmsText = ({ site, papers, paperHref, sections }: LlmsParts): string =>
  writeMarkdown(
    heading(1, site.title),
    { type: 'blockquote', children: [paragraph(text(site.description))] },
    paragraph(
      text(`The site holds titles and abstracts of ${countOf(papers, 'paper')}, no full texts.`),
    ),
    paragraph(
      text('Every paper is also a Markdown document at '),
      { type: 'inlineCode', value: paperHref },
      text(', where {id} is its id in the data files.'),
    ),
    ...sections
      .filter(([, pointers]) => pointers.length > 0)
      .flatMap(([name, pointers]) => [heading(2, name), toList(pointers)]),
  );
