import { cutText } from './description.ts';
import type { SiteSettings } from './site-settings.ts';
import { withBase } from './urls.ts';

/** What home screens have room for. */
const SHORT_NAME = 12;

/** The colour of paper by day; a manifest knows no night. */
const PAPER = '#fbf8f2';

/** Tells browsers how the site goes among the reader's programs, by the Web Application Manifest. */
export const webManifest = (
  { title, description, language }: Pick<SiteSettings, 'title' | 'description' | 'language'>,
  base: string,
): object => ({
  id: base,
  name: title,
  short_name: cutText(title, SHORT_NAME),
  description,
  lang: language,
  start_url: base,
  scope: base,
  // readers go back and forth between pages, and copy addresses
  display: 'minimal-ui',
  background_color: PAPER,
  theme_color: PAPER,
  icons: [
    { src: withBase(base, '/icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: withBase(base, '/icon-512.png'), sizes: '512x512', type: 'image/png' },
    {
      src: withBase(base, '/icon-maskable-512.png'),
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
});
