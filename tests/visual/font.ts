import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';

const FILES_DIR = join(PROJECT_DIR, 'node_modules/@fontsource/source-serif-4/files');
const FACES = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal'],
  [700, 'normal'],
] as const;

const faceOf = ([weight, style]: (typeof FACES)[number]): string => {
  const file = join(FILES_DIR, `source-serif-4-latin-${weight}-${style}.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face {
  font-family: 'Pictured Serif';
  font-weight: ${weight};
  font-style: ${style};
  src: url(data:font/woff2;base64,${data});
}`;
};

/** Sets titles and abstracts in a face that npm brings; all else is in the only font that the browser has. */
export const FONT_STYLES = [
  ...FACES.map(faceOf),
  `:root { --font-serif: 'Pictured Serif' !important; }`,
].join('\n');
