import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { exportFiles } from '../../site/exports.ts';

export const getStaticPaths = (async () =>
  (await exportFiles()).map(({ path, body, type }) => ({
    params: { file: path },
    props: { body, type },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': `${props.type}; charset=utf-8` } });
