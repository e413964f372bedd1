import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { paperPaths } from './kinds.ts';

const PAPERS = './papers/';

/** The ids of the first papers of a topic. */
const someIds = async (page: Page, count: number): Promise<readonly string[]> => {
  await page.goto(PAPERS);
  const links = page.locator('.paper-item > a');
  const paths = await links.evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).pathname),
  );
  return paths.slice(0, count).map((path) => path.split('/').at(-2) ?? '');
};

const columns = (page: Page) => page.locator('compare-papers article');
const linksOf = (page: Page, part: string) =>
  page.locator(`compare-papers [data-part="${part}"] a`).allInnerTexts();

test('papers stand side by side with what is on their pages', async ({ page }) => {
  const ids = await someIds(page, 2);
  const facts: { title: string; topics: string[]; concepts: string[]; lead: string[] }[] = [];
  for (const id of ids) {
    await page.goto(`./papers/${id}/`);
    facts.push({
      title: await page.getByRole('heading', { level: 1 }).innerText(),
      topics: await page.locator('aside dl a[href*="/topics/"]').allInnerTexts(),
      concepts: await page.locator('concept-notes dt').allTextContents(),
      lead: await page.locator('.highlights .lead').allInnerTexts(),
    });
  }
  expect(facts.flatMap(({ concepts }) => concepts)).not.toEqual([]);
  await page.goto(`./compare/?p=${ids.join('&p=')}`);
  await expect(columns(page)).toHaveCount(2);
  const [first, second] = facts;
  const shared = first!.topics.filter((topic) => second!.topics.includes(topic));
  expect((await linksOf(page, 'common-topics')).toSorted()).toEqual(shared.toSorted());
  const sharedConcepts = first!.concepts
    .map((name) => name.trim())
    .filter((name) => second!.concepts.some((other) => other.trim() === name));
  expect((await linksOf(page, 'common-concepts')).toSorted()).toEqual(sharedConcepts.toSorted());
  for (const [at, { title, topics, concepts, lead }] of facts.entries()) {
    const column = columns(page).nth(at);
    await expect(column.getByRole('heading', { level: 2 }).getByRole('link')).toHaveText(title);
    const own = await column.locator('[data-part=topics] a').allInnerTexts();
    expect(own.toSorted()).toEqual(topics.filter((topic) => !shared.includes(topic)).toSorted());
    const ownConcepts = await column.locator('[data-part=concepts] a').allInnerTexts();
    expect(ownConcepts).toEqual(
      concepts.map((name) => name.trim()).filter((name) => !sharedConcepts.includes(name)),
    );
    expect(await column.locator('[data-part=highlights] .lead').allInnerTexts()).toEqual(lead);
  }
});

test('a highlight leads to its sentence on the paper’s page', async ({ page }) => {
  const ids = await someIds(page, 8);
  await page.goto(`./compare/?p=${ids.slice(4).join('&p=')}`);
  const link = page.locator('compare-papers [data-part=highlights] a').first();
  const text = (await link.innerText()).slice(0, 30);
  await link.click();
  await expect(page).toHaveURL(/\/papers\/[^/]+\/#s\d+-/);
  await expect(page.locator(':target')).toContainText(text);
});

test('papers are chosen on the list', async ({ page }) => {
  await page.goto(PAPERS);
  const add = page.getByRole('button', { name: /^Add to reading list: / });
  for (let at = 0; at < 3; at += 1) await add.first().click();
  await page.goto('./list/');
  const boxes = page.getByRole('checkbox', { name: /^Compare/ });
  await boxes.nth(0).check();
  await expect(page.getByText('Tick one more paper to compare.')).toBeVisible();
  await boxes.nth(2).check();
  await page.getByRole('link', { name: 'Compare 2 papers' }).click();
  await expect(columns(page)).toHaveCount(2);

  const choice = page.getByRole('combobox', { name: 'Compare with' });
  await expect(choice.locator('optgroup[label="On your list"] option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(columns(page)).toHaveCount(3);
  await columns(page)
    .first()
    .getByRole('button', { name: /^Leave out/ })
    .click();
  await expect(columns(page)).toHaveCount(2);
  await page.goBack();
  await expect(columns(page)).toHaveCount(3);
});

test('and among the papers related to one', async ({ page }) => {
  await page.goto(paperPaths('content')[0] ?? 'none');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(columns(page)).toHaveCount(1);
  const choice = page.getByRole('combobox', { name: 'Compare with' });
  await expect(choice.locator('optgroup[label="Related papers"] option')).toHaveCount(10);
  for (let count = 2; count <= 4; count += 1) {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(columns(page)).toHaveCount(count);
  }
  await expect(choice).toBeHidden();
});

test('an address without papers says what to do', async ({ page }) => {
  await page.goto('./compare/?p=..&p=A%20B&q=x');
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
});

test.describe('papers that changed', () => {
  test.use({ site: 'fixture' });

  test('are told of, and old ids lead to new ones', async ({ page }) => {
    await page.goto(
      './compare/?p=shelf-walker&p=bees-that-read&p=never-heard-of&p=teapots-that-do-not-drip',
    );
    await expect(columns(page)).toHaveCount(2);
    await expect(
      page.getByText(/bees-that-read was withdrawn: Withdrawn at the request/),
    ).toBeVisible();
    await expect(page.getByText('never-heard-of is not in this collection.')).toBeVisible();
  });
});

test('four papers fit 320 pixels, one below the other', async ({ page }) => {
  const ids = await someIds(page, 4);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`./compare/?p=${ids.join('&p=')}`);
  await expect(columns(page)).toHaveCount(4);
  const lefts = await columns(page).evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().left),
  );
  expect(new Set(lefts).size).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('what some of three papers share is told with their numbers', async ({ page }) => {
  const idsIn = async (topic: string) => {
    await page.goto(`./topics/${topic}/`);
    const links = page.locator('[aria-labelledby="papers"] .paper-item > a');
    return links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href.split('/').at(-2)),
    );
  };
  const [a, b] = await idsIn('llm-inference-serving');
  const [c] = await idsIn('neural-architecture-search');
  await page.goto(`./compare/?p=${a}&p=${b}&p=${c}`);
  await expect(columns(page)).toHaveCount(3);
  const topics = page.locator('compare-papers [data-part="some-topics-list"]');
  await expect(topics.getByText('LLM Inference & Serving (1 and 2)')).toBeVisible();
  await expect(columns(page).getByRole('link', { name: 'LLM Inference & Serving' })).toHaveCount(0);
});

test('a page that comes late does not bring back papers that the reader left', async ({ page }) => {
  const ids = await someIds(page, 2);
  await page.goto(`./compare/?p=${ids.join('&p=')}`);
  await expect(columns(page)).toHaveCount(2);
  const late = await page.getByRole('combobox', { name: 'Compare with' }).inputValue();
  const address = new RegExp(`/papers/${late}/$`);
  let comes = (): void => undefined;
  const gate = new Promise<void>((resolve) => (comes = resolve));
  await page.route(address, async (route) => {
    await gate;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.goBack();
  const arrival = page.waitForResponse(address);
  comes();
  await (await arrival).finished();
  // time for it to be shown
  await page.waitForTimeout(300);
  await expect(columns(page)).toHaveCount(2);
});
