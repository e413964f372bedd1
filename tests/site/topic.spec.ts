import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ site: 'fixture' });

const TOPIC = './topics/libraries-and-reading/';

const titles = (page: Page) =>
  page.getByRole('region', { name: 'Papers' }).locator('li[data-rank]:visible > a').allInnerTexts();

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

const groups = (page: Page) =>
  page.getByRole('region', { name: 'Papers' }).locator('[data-part="group"]:visible');

test('papers stand in groups, which are reached by name', async ({ page }) => {
  await page.goto(TOPIC);
  const ways = page.getByRole('navigation', { name: 'Groups' }).getByRole('link');
  const names = await ways.allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  await expect(groups(page).getByRole('heading')).toHaveText(names);
  await ways.last().click();
  await expect(page).toHaveURL(/#group-/);
  await expect(groups(page).getByRole('heading').last()).toBeInViewport();
});

test('another order has no groups, and a filter leaves those that have papers', async ({
  page,
}) => {
  await page.goto(TOPIC);
  const all = await groups(page).count();
  const order = page.getByRole('combobox', { name: 'Sort by' });
  const ways = page.getByRole('navigation', { name: 'Groups' });

  await order.selectOption({ label: 'title' });
  await expect(groups(page)).toHaveCount(0);
  await expect(ways).toBeHidden();

  await order.selectOption({ label: 'group' });
  await page.getByRole('checkbox', { name: /^Surveys/ }).check();
  const left = await groups(page).count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  await expect(ways.getByRole('link')).toHaveCount(left);
  for (const group of await groups(page).all())
    await expect(group.getByRole('listitem').first()).toBeVisible();
});

test('three papers are a beginning, by a rule that is told', async ({ page }) => {
  await page.goto(TOPIC);
  const start = page.getByRole('region', { name: 'Start here' });
  await expect(start.getByText('Surveys first, then')).toBeVisible();
  await expect(start.getByRole('listitem')).toHaveCount(3);
  await expect(start.getByRole('listitem').first()).toContainText('Survey');
});

test('years lead to the papers of the topic that appeared then', async ({ page }) => {
  await page.goto(TOPIC);
  const year = page.getByRole('region', { name: 'Years' }).getByRole('link').first();
  const count = (await year.getAttribute('aria-label'))?.split(': ')[1] ?? '';
  expect(count).toMatch(/^[1-9]\d* papers?$/);
  await year.click();
  await expect(page).toHaveURL(/\/search\/\?topic=libraries-and-reading&year=\d{4}/);
  await expect(page.getByText(count, { exact: true }).first()).toBeVisible();
});

test('neighbours are drawn for the eye, and listed for everybody', async ({ page }) => {
  await page.goto(TOPIC);
  const neighbours = page.getByRole('region', { name: 'Neighbouring topics' });
  const listed = await neighbours.getByRole('listitem').getByRole('link').allInnerTexts();
  const drawn = await neighbours
    .locator('svg a')
    .evaluateAll((links) => links.map((link) => link.textContent.replace(/\s+/g, ' ').trim()));
  expect(drawn.toSorted()).toEqual(listed.toSorted());
  await neighbours.locator('svg a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(drawn[0] ?? '');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('groups, beginning, years and neighbours are there', async ({ page }) => {
    await page.goto(TOPIC);
    await expect(groups(page).first().getByRole('listitem').first()).toBeVisible();
    for (const name of ['Start here', 'Years', 'Neighbouring topics'])
      await expect(page.getByRole('region', { name })).toBeVisible();
  });
});
