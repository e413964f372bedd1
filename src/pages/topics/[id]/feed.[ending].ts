import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedFiles, loadFeeds } from '../../../site/feeds.ts';

/** The feeds of each topic. */
export const getStaticPaths = (async () =>
  (await loadFeeds()).flatMap((built) =>
    built.topic === undefined
      ? []
      : feedFiles(built).map(({ ending, body, type }) => ({
          params: { id: built.topic?.id, ending },
          props: { body, type },
        })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': props.type } });
