import type { APIRoute } from 'astro';
import { toBibtex } from '../../domain/citation-bibtex.ts';
import { toCslItem } from '../../domain/citation-record.ts';
import { paperToMarkdown } from '../../domain/paper-markdown.ts';
import type { Paper } from '../../domain/paper.ts';
import { paperPath, topicPath } from '../../domain/urls.ts';
import { hrefOf } from '../../site/addresses.ts';
import { loadCatalog } from '../../site/catalog.ts';

type Props = { paper: Paper };

export const getStaticPaths = async () =>
  (await loadCatalog()).papers.map((paper) => ({
    params: { id: paper.id },
    props: { paper } satisfies Props,
  }));

/** A paper as Markdown. */
export const GET: APIRoute<Props> = async ({ props: { paper } }) => {
  const { topicById } = await loadCatalog();
  const topics = (paper.topics ?? []).flatMap((id) => topicById.get(id) ?? []);
  const markdown = paperToMarkdown(paper, {
    topics: topics.map(({ id, name }) => ({ name, href: hrefOf(topicPath(id)) })),
    href: hrefOf(paperPath(paper.id)),
    bibtex: toBibtex(toCslItem(paper)),
  });
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
