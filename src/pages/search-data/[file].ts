import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { allSearchFiles } from '../../site/search-files.ts';

export const getStaticPaths = (async () =>
  (await allSearchFiles()).map(({ name, body }) => ({
    params: { file: name },
    props: { body },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => {
  const type = typeof props.body === 'string' ? 'application/json' : 'application/octet-stream';
  return new Response(props.body, { headers: { 'Content-Type': type } });
};
