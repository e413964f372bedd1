import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { DIGEST_PATH } from '../../domain/digest-words.ts';
import { feedFiles, loadFeeds } from '../../site/feeds.ts';

/** The feed of the digests. */
export const getStaticPaths = (async () =>
  (await loadFeeds())
    .filter(({ path }) => path === DIGEST_PATH)
    .flatMap(feedFiles)
    .map(({ ending, body, type }) => ({
      params: { ending },
      props: { body, type },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': props.type } });
