import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

for (const colorScheme of ['light', 'dark'] as const)
  test(`a reader whose system is ${colorScheme} chooses colours that stay`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./');
    const system = await background(page);
    const toggle = page.getByRole('button', { name: /^colours/i });

    // the first press shows: it chooses what the system did not
    const other = colorScheme === 'light' ? 'dark' : 'light';
    await toggle.click();
    await expect(toggle).toHaveAccessibleName(`Colours: ${other}`);
    const first = await background(page);
    expect(first).not.toBe(system);
    await toggle.click();
    await expect(toggle).toHaveAccessibleName(`Colours: ${colorScheme}`);
    expect(await background(page)).toBe(system);
    await page.emulateMedia({ colorScheme: other });

    await page.goto('./about/');
    expect(await background(page)).toBe(system);
    await page.reload();
    await expect(toggle).toHaveAccessibleName(`Colours: ${colorScheme}`);
    await page.emulateMedia({ colorScheme });

    await toggle.click();
    await expect(toggle).toHaveAccessibleName('Colours: system');
    await page.reload();
    expect(await background(page)).toBe(system);
  });
