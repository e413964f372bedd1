import { PAGE_KINDS } from '../site/kinds.ts';
import { expectPicture, test, type View } from './pictures.ts';

const VIEWS: readonly View[] = [
  { width: 360, colorSchemes: ['light', 'dark'] },
  // colours do not change with the width
  { width: 768 },
  { width: 1440, colorSchemes: ['light', 'dark'] },
];

for (const { name, site, path } of PAGE_KINDS)
  for (const view of VIEWS)
    test(`${name} ${view.width} (${site})`, async ({ page, addressOf }) => {
      const address = new URL(path, await addressOf(site)).href;
      await expectPicture(page, address, `${site} ${name} ${view.width}`, view);
    });
