import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ site: 'fixture' });

const TOPIC = './topics/libraries-and-reading/';

const titles = (page: Page) =>
  page.getByRole('region', { name: 'Papers' }).locator('li:visible > a').allInnerTexts();

test('filters and order of a topic live in the address', async ({ page }) => {
  await page.goto(TOPIC);
  const all = await titles(page);
  const surveys = page.getByRole('checkbox', { name: /^Surveys/ });
  const status = page.getByRole('region', { name: 'Papers' }).getByRole('status');

  await surveys.check();
  await expect(page).toHaveURL(/\?kind=survey$/);
  const shown = await titles(page);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(all.length);
  await expect(status).toHaveText(`${shown.length} of ${all.length} papers`);

  await page.goBack();
  await expect(surveys).not.toBeChecked();
  expect(await titles(page)).toEqual(all);

  await page.goForward();
  await expect(surveys).toBeChecked();
  expect(await titles(page)).toEqual(shown);

  await page.reload();
  await expect(surveys).toBeChecked();
  expect(await titles(page)).toEqual(shown);

  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).toHaveURL(new RegExp(`${TOPIC.slice(1)}$`));
  expect(await titles(page)).toEqual(all);
});

test('the order can be changed, that of the groups being the first', async ({ page }) => {
  await page.goto(TOPIC);
  const all = await titles(page);
  const order = page.getByRole('combobox', { name: 'Sort by' });

  await order.selectOption({ label: 'title' });
  await expect(page).toHaveURL(/\?sort=title$/);
  const byTitle = await titles(page);
  expect(byTitle.toSorted()).toEqual(all.toSorted());
  const words = byTitle.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  expect(words).toEqual(words.toSorted());

  await order.selectOption({ label: 'newest first' });
  await expect(page).toHaveURL(/\?sort=new$/);
  const newest = await page
    .getByRole('region', { name: 'Papers' })
    .locator('li[data-date]')
    .evaluateAll((items) => items.map((item) => item.dataset['date'] ?? ''));
  expect(newest).toEqual(newest.toSorted().toReversed());

  await order.selectOption({ label: 'group' });
  expect(await titles(page)).toEqual(all);
});

test('hostile and unknown values in the address change nothing', async ({ page }) => {
  await page.goto(TOPIC);
  const all = await titles(page);
  await page.goto(
    `${TOPIC}?kind=%3Cscript%3E&kind=${'x'.repeat(5000)}&sort=__proto__&page=-1&has=%00`,
  );
  expect(await titles(page)).toEqual(all);
});
