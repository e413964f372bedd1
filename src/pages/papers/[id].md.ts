import type { APIRoute } from 'astro';
import { writeTwin } from '../../domain/paper-twin.ts';
import type { Paper } from '../../domain/paper.ts';
import { hrefOf } from '../../site/addresses.ts';
import { loadCatalog } from '../../site/catalog.ts';

type Props = { paper: Paper };

/** For the preview alone: a build writes them beside Astro, in a tenth of the time that a route takes. */
export const getStaticPaths = async () =>
  import.meta.env.PROD
    ? []
    : (await loadCatalog()).papers.map((paper) => ({
        params: { id: paper.id },
        props: { paper } satisfies Props,
      }));

/** A paper as Markdown. */
export const GET: APIRoute<Props> = async ({ props: { paper } }) =>
  new Response(writeTwin(paper, await loadCatalog(), hrefOf), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
