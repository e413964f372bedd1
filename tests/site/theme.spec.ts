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

    await toggle.click();
    await expect(toggle).toHaveAccessibleName('Colours: light');
    const light = await background(page);
    await toggle.click();
    await expect(toggle).toHaveAccessibleName('Colours: dark');
    const dark = await background(page);
    expect(dark).not.toBe(light);
    expect(system).toBe(colorScheme === 'light' ? light : dark);

    await page.goto('./about/');
    expect(await background(page)).toBe(dark);
    await page.reload();
    await expect(toggle).toHaveAccessibleName('Colours: dark');

    await toggle.click();
    await expect(toggle).toHaveAccessibleName('Colours: system');
    await page.reload();
    expect(await background(page)).toBe(system);
  });
