import type { Catalog } from './catalog.ts';
import { toBibtex } from './citation-bibtex.ts';
import { toCslItem } from './citation-record.ts';
import { paperToMarkdown } from './paper-markdown.ts';
import type { Paper } from './paper.ts';
import { paperPath, topicPath } from './urls.ts';

/**
 * The Markdown document that stands beside a paper's page.
 * @param hrefOf where a path of the site is
 */
export const writeTwin = (
  paper: Paper,
  { topicById }: Pick<Catalog, 'topicById'>,
  hrefOf: (path: string) => string,
): string => {
  const topics = (paper.topics ?? []).flatMap((id) => topicById.get(id) ?? []);
  return paperToMarkdown(paper, {
    topics: topics.map(({ id, name }) => ({ name, href: hrefOf(topicPath(id)) })),
    href: hrefOf(paperPath(paper.id)),
    bibtex: toBibtex(toCslItem(paper)),
  });
};
