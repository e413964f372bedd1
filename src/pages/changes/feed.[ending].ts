import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { changePath } from '../../domain/changes.ts';
import { feedFiles, loadFeeds } from '../../site/feeds.ts';

/** The feed of the changes. */
export const getStaticPaths = (async () =>
  (await loadFeeds())
    .filter(({ path }) => path === changePath(''))
    .flatMap(feedFiles)
    .map(({ ending, body, type }) => ({
      params: { ending },
      props: { body, type },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': props.type } });
