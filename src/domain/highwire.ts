import type { Paper } from './paper.ts';

/** Name and content of a `meta` element. */
export type MetaTag = readonly [name: string, content: string];

export type PaperContext = {
  /** names of its topics, the primary one first */
  readonly topics: readonly string[];
  /** absolute address of its page; unknown while the site has none */
  readonly address?: string | undefined;
  /** of the site, for papers that name none */
  readonly language: string;
};

type Loose = readonly [name: string, content: string | undefined];

/** Scholar and Zotero tell a paper's type by what its container is called. */
const containerTags = ({ container }: Paper): readonly Loose[] => {
  if (container === undefined) return [];
  const { type, name, volume, issue, pages = '', publisher } = container;
  if (type === 'thesis') return [['citation_dissertation_institution', publisher ?? name]];
  if (type === 'report')
    return [
      ['citation_technical_report_institution', publisher ?? name],
      ['citation_technical_report_number', issue ?? volume],
    ];
  const [first, last] = pages.split(/\s*[-–]+\s*/);
  const holder =
    type === 'conference' || type === 'workshop'
      ? 'citation_conference_title'
      : type === 'book'
        ? 'citation_inbook_title'
        : 'citation_journal_title';
  return [
    [holder, name],
    ['citation_volume', volume],
    ['citation_issue', issue],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_publisher', publisher],
  ];
};

/**
 * A paper's Highwire Press tags, by Google Scholar's guidelines for webmasters; Zotero reads them as well. Only
 * what is known; each author has a tag, in order.
 */
export const highwireTags = (paper: Paper, context: PaperContext): readonly MetaTag[] => {
  const { title, authors = [], date, doi, arxiv, pdf, abstract, lang } = paper;
  const tags: readonly Loose[] = [
    ['citation_title', title],
    ...authors.flatMap(({ name, orcid }): readonly Loose[] => [
      ['citation_author', name],
      ['citation_author_orcid', orcid && `https://orcid.org/${orcid}`],
    ]),
    ['citation_publication_date', date?.replaceAll('-', '/')],
    ...containerTags(paper),
    ['citation_doi', doi],
    ['citation_arxiv_id', arxiv],
    ['citation_language', lang ?? context.language],
    ['citation_keywords', context.topics.join('; ')],
    ['citation_abstract', abstract],
    ['citation_abstract_html_url', context.address],
    ['citation_pdf_url', pdf],
  ];
  return tags.flatMap(([name, content]) => (content ? [[name, content] as const] : []));
};
