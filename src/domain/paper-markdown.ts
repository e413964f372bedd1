import type { Blockquote, PhrasingContent } from 'mdast';
import { dateToText } from './dates.ts';
import { CORRECTION_LABELS, KIND_LABELS, LINK_LABELS } from './labels.ts';
import { bullets, heading, link, paragraph, text, writeMarkdown } from './markdown-nodes.ts';
import type { Paper } from './paper.ts';
import { arxivUrl, containerPhrases, doiUrl, licenceUrl } from './publication.ts';
import { textToMarkdown } from './text.ts';

export type MarkdownContext = {
  /** its topics, each with where its page is */
  readonly topics: readonly { readonly name: string; readonly href: string }[];
  /** where the page of the paper is */
  readonly href: string;
  readonly bibtex: string;
};

type Fact = readonly [label: string, content: readonly PhrasingContent[]];

const joined = (pieces: readonly PhrasingContent[]): readonly PhrasingContent[] =>
  pieces.flatMap((piece, at) => (at === 0 ? [piece] : [text(', '), piece]));

const linkFact = (label: string, url: string | undefined, shown?: string): Fact => [
  label,
  url === undefined ? [] : [link(url, shown)],
];

const textFact = (label: string, value: string | undefined): Fact => [
  label,
  value === undefined || value === '' ? [] : [text(value)],
];

const factsOf = (paper: Paper, { topics, href }: MarkdownContext): readonly Fact[] => {
  const { authors = [], kind, date, container, doi, arxiv, pdf, links = [], license } = paper;
  const licence = license && licenceUrl(license);
  return [
    textFact('Authors', authors.map(({ name }) => name).join(', ')),
    textFact('Date', date && dateToText(date)),
    textFact('Published in', container && containerPhrases(container).join(', ')),
    textFact('Kind', kind && KIND_LABELS[kind].one),
    ['Topics', joined(topics.map((topic) => link(topic.href, topic.name)))],
    textFact('Language', paper.lang),
    textFact('Awards', (paper.awards ?? []).join(', ')),
    linkFact('DOI', doi && doiUrl(doi), doi),
    linkFact('arXiv', arxiv && arxivUrl(arxiv), arxiv),
    linkFact('PDF', pdf),
    ...links.map((one) => linkFact(LINK_LABELS[one.kind], one.url)),
    licence ? linkFact('Licence', licence, license) : textFact('Licence', license),
    linkFact('Page', href),
  ];
};

const toItem = ([label, content]: Fact): readonly PhrasingContent[] => [
  text(`${label}: `),
  ...content,
];

const noticesOf = ({ corrections = [] }: Paper): readonly Blockquote[] =>
  corrections.map(({ date, kind, note, link: url }) => ({
    type: 'blockquote',
    children: [
      paragraph(
        { type: 'strong', children: [text(CORRECTION_LABELS[kind])] },
        text(`, ${dateToText(date)}: ${note}`),
        ...(url === undefined ? [] : [text(' '), link(url)]),
      ),
    ],
  }));

/** A paper as a Markdown document of its own, for readers and programs that would rather have no page. */
export const paperToMarkdown = (paper: Paper, context: MarkdownContext): string => {
  const { title, abstract } = paper;
  const facts = factsOf(paper, context).filter(([, content]) => content.length > 0);
  return [
    writeMarkdown(heading(1, title), ...noticesOf(paper), bullets(facts.map(toItem))),
    ...(abstract === '' ? [] : [writeMarkdown(heading(2, 'Abstract')), textToMarkdown(abstract)]),
    writeMarkdown(heading(2, 'Cite'), { type: 'code', lang: 'bibtex', value: context.bibtex }),
  ].join('\n');
};
