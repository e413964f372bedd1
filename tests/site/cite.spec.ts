import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const PAPER = './papers/adding-nvme-ssds-to-enable-and-accelerate-100b-model-fine/';
const TITLE = /100B Model/;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.describe('a paper', () => {
  test('is cited in the format that is chosen', async ({ page }) => {
    await page.goto(PAPER);
    await page.getByText('Cite', { exact: true }).click();
    await expect(page.locator('pre:visible')).toContainText('@misc{');
    await page.getByRole('radio', { name: 'Markdown' }).check();
    await expect(page.locator('pre:visible')).toHaveText(TITLE);
  });

  test('is copied so that others can read it', async ({ page }) => {
    await page.goto(PAPER);
    await page.getByText('Cite', { exact: true }).click();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByText('BibTeX copied')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [item] = plugins.input.chain(copied) as readonly { title: string }[];
    expect(item?.title.replace(/<\/?span[^>]*>/g, '')).toMatch(TITLE);
  });

  test('is saved under its name, in the bytes of the format', async ({ page }) => {
    await page.goto(PAPER);
    await page.getByText('Cite', { exact: true }).click();
    await page.getByRole('radio', { name: 'RIS' }).check();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^adding-nvme.*\.ris$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toMatch(/^TY {2}- UNPB\r\n(?:[A-Z][A-Z\d] {2}- .*\r\n)*ER {2}- \r\n$/);
    const [item] = plugins.input.chain(text) as readonly { title: string }[];
    expect(item?.title).toMatch(TITLE);
  });
});

test.describe('a reader without script', () => {
  test.use({ javaScriptEnabled: false });

  test('chooses and reads a citation, and sees no button that would do nothing', async ({
    page,
  }) => {
    await page.goto(PAPER);
    await page.getByText('Cite', { exact: true }).click();
    await page.getByText('CSL-JSON').click();
    await expect(page.locator('pre:visible')).toContainText('"id": "adding-nvme');
    await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0);
  });
});
