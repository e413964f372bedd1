import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { mapFiles } from '../../site/map.ts';

export const getStaticPaths = (async () =>
  (await mapFiles()).map(({ name, body }) => ({
    params: { file: name },
    props: { body },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': 'application/json' } });
