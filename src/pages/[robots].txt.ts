import type { APIRoute } from 'astro';
import { addressOf } from '../site/addresses.ts';

/** `/robots.txt`, only for a site at the root of its host: robots look nowhere else. */
export const getStaticPaths = () =>
  import.meta.env.BASE_URL === '/' ? [{ params: { robots: 'robots' } }] : [];

export const GET: APIRoute = () => {
  const sitemap = addressOf('/sitemap.xml');
  const lines = ['User-agent: *', 'Disallow:', ...(sitemap ? ['', `Sitemap: ${sitemap}`] : [])];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
