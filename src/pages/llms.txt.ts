import type { APIRoute } from 'astro';
import { writeLlmsText } from '../site/llms.ts';

export const GET: APIRoute = async () =>
  new Response(await writeLlmsText(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
