import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedFiles, loadFeeds } from '../../site/feeds.ts';

/** Every feed, beside the page whose papers it tells of. */
export const getStaticPaths = (async () =>
  (await loadFeeds()).flatMap((feed) =>
    feedFiles(feed).map(({ ending, body, type }) => ({
      // the home page's has no folder
      params: { page: feed.path.replace(/^\/|\/$/g, '') || undefined, ending },
      props: { body, type },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': props.type } });
