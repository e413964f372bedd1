import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { writeOpenSearch } from '../site/open-search.ts';
import { sitemapFiles } from '../site/sitemap.ts';

/** `/opensearch.xml` and `/sitemap.xml`, only for a site that has an address. */
export const getStaticPaths = (async () => {
  const body = await writeOpenSearch();
  const type = 'application/opensearchdescription+xml';
  return [
    ...(body === undefined ? [] : [{ params: { file: 'opensearch' }, props: { body, type } }]),
    ...(await sitemapFiles()).map((file) => ({
      params: { file: file.name },
      props: { body: file.body, type: 'application/xml' },
    })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': `${props.type}; charset=utf-8` } });
