import type { APIRoute } from 'astro';
import { REDIRECTS_FILE, toRedirectLines } from '../domain/redirect-lines.ts';
import { loadCatalog } from '../site/catalog.ts';

/** `/_redirects`, when papers have former ids: hosts that read it answer with the status that robots understand. */
export const getStaticPaths = async () => {
  const body = toRedirectLines(await loadCatalog(), import.meta.env.BASE_URL);
  return body === '' ? [] : [{ params: { redirects: REDIRECTS_FILE }, props: { body } }];
};

export const GET: APIRoute<{ body: string }> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
