import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedFiles, loadFeeds } from '../site/feeds.ts';

/** The feeds of the whole site. */
export const getStaticPaths = (async () =>
  (await loadFeeds())
    .slice(0, 1)
    .flatMap(feedFiles)
    .map(({ ending, body, type }) => ({
      params: { ending },
      props: { body, type },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': props.type } });
