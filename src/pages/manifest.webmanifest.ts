import type { APIRoute } from 'astro';
import { webManifest } from '../domain/web-manifest.ts';
import { loadCatalog } from '../site/catalog.ts';

export const GET: APIRoute = async () => {
  const { site } = await loadCatalog();
  return new Response(JSON.stringify(webManifest(site, import.meta.env.BASE_URL)), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
