import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { webManifest } from './web-manifest.ts';

const SITE = { title: 'Lighthouses of the North', description: 'All of them.', language: 'de' };

describe('webManifest', () => {
  it('puts everything below the base, and cuts the name for home screens', () => {
    expect(webManifest(SITE, '/x/')).toMatchObject({
      id: '/x/',
      name: 'Lighthouses of the North',
      short_name: 'Lighthouses…',
      lang: 'de',
      start_url: '/x/',
      scope: '/x/',
      icons: [
        { src: '/x/icon-192.png', sizes: '192x192' },
        { src: '/x/icon-512.png', sizes: '512x512' },
        { src: '/x/icon-maskable-512.png', purpose: 'maskable' },
      ],
    });
  });

  it('has the colour of the pages', () => {
    const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
    const [, paper] = /--color-paper: light-dark\((#\w+)/.exec(tokens) ?? [];
    expect(webManifest(SITE, '/')).toMatchObject({ background_color: paper, theme_color: paper });
  });
});
