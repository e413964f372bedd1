import { PAGE_KINDS } from '../site/kinds.ts';
import { expectPicture, test } from './pictures.ts';

for (const { name, site, path } of PAGE_KINDS)
  for (const width of [360, 1440])
    test(`${name} ${width} (${site})`, async ({ page, addressOf }) => {
      const address = new URL(path, await addressOf(site)).href;
      const view = { width, colorSchemes: ['light', 'dark'] } as const;
      await expectPicture(page, address, `${site} ${name} ${width}`, view);
    });
