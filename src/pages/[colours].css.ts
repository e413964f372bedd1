import type { APIRoute } from 'astro';
import { loadCatalog } from '../site/catalog.ts';

/** `/colours.css`, only for a site that chose accent colours of its own. */
export const getStaticPaths = async () => {
  const { site } = await loadCatalog();
  return site.colours === undefined ? [] : [{ params: { colours: 'colours' } }];
};

export const GET: APIRoute = async () => {
  const { light, dark } = (await loadCatalog()).site.colours ?? {};
  const lines = [light && `--accent-light: ${light};`, dark && `--accent-dark: ${dark};`].filter(
    Boolean,
  );
  // outside of all layers, so that it wins wherever it stands
  return new Response(`:root {\n  ${lines.join('\n  ')}\n}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
};
