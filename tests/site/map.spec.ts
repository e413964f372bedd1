import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const MAP = './map/';

const stageOf = (page: Page): Locator => page.locator('[data-part="stage"]');

/** Opens the map and waits until it is awake. */
const open = async (page: Page, query = ''): Promise<void> => {
  await page.goto(`${MAP}${query}`);
  await expect(stageOf(page)).toHaveAttribute('data-script', /whole|zoomed/);
};

/** Where the point of a paper lies in the window. */
const pointOf = async (page: Page, number: number): Promise<{ x: number; y: number }> => {
  const box = await page.locator(`[data-point="${number}"]`).boundingBox();
  if (box === null) throw new Error(`The point ${number} is not shown.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const titleOf = (page: Page, number: number): Promise<string> =>
  page.locator(`[data-point="${number}"] title`).evaluate((title) => title.textContent);

const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

const card = (page: Page): Locator => page.locator('[data-part="card"]');
const region = (page: Page): Locator => page.getByRole('region', { name: /in the region$/ });

test('a paper under the pointer tells of itself, and a click opens it', async ({ page }) => {
  await open(page);
  const { x, y } = await pointOf(page, 40);
  await page.mouse.move(x, y);
  await expect(card(page)).toContainText(await titleOf(page, 40));
  // the card can be reached without going away
  await page.mouse.move(x + 3, y);
  const box = await card(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20, { steps: 4 });
  await expect(card(page)).toContainText(await titleOf(page, 40));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/\/papers\/[a-z0-9-]+\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('magnifying and pulling the map stand in the address', async ({ page }) => {
  await open(page);
  const box = await stageOf(page).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 250];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -600);
  await expect.poll(() => query(page).get('view')).not.toBeNull();
  const magnified = query(page).get('view');
  await page.mouse.down();
  await page.mouse.move(x + 120, y + 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => query(page).get('view')).not.toBe(magnified);
  const pulled = query(page).get('view');
  // a pull opens no paper
  await expect(page).toHaveURL(/\/map\//);

  const before = await pointOf(page, 10);
  await page.reload();
  await expect(stageOf(page)).toHaveAttribute('data-script', 'zoomed');
  expect(query(page).get('view')).toBe(pulled);
  await expect.poll(async () => Math.abs((await pointOf(page, 10)).x - before.x)).toBeLessThan(2);

  await page.getByRole('button', { name: 'Whole map' }).click();
  await expect.poll(() => query(page).get('view')).toBeNull();
  await expect(stageOf(page)).toHaveAttribute('data-script', 'whole');
});

test('at its end the wheel scrolls the page', async ({ page }) => {
  await open(page);
  await stageOf(page).hover();
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  expect(query(page).get('view')).toBeNull();
});

test('what a search finds stands out, and so do ticked topics', async ({ page }) => {
  await open(page);
  const box = page.getByRole('searchbox', { name: 'Show on the map what matches' });
  await box.fill('quantization');
  await box.press('Enter');
  await expect(page).toHaveURL(/\?q=quantization$/);
  const found = page.locator('[data-point][data-found]');
  await expect(found.first()).toBeVisible();
  const count = await found.count();
  await expect(page.locator('[data-part="found-count"]')).toHaveText(
    `${count} papers match “quantization”.`,
  );
  await expect(page.locator('[data-point][data-dim]')).toHaveCount(119 - count);
  await expect(page.getByRole('link', { name: 'As a list' })).toHaveAttribute(
    'href',
    /\/search\/\?q=quantization$/,
  );

  await page.getByRole('checkbox', { name: /^Model Compression/ }).check();
  await expect(page).toHaveURL(/\?q=quantization&topic=model-compression$/);
  const both = await found.count();
  expect(both).toBeGreaterThan(0);
  expect(both).toBeLessThan(count);

  await page.goBack();
  await expect(page.getByRole('checkbox', { name: /^Model Compression/ })).not.toBeChecked();
  await expect(found).toHaveCount(count);
  await page.goBack();
  await expect(box).toHaveValue('');
  await expect(page.locator('[data-point][data-dim]')).toHaveCount(0);
  await page.goForward();
  await expect(found).toHaveCount(count);
});

test('a search leads to the map, which shows what it found', async ({ page }) => {
  await page.goto('./search/?q=quantization');
  const list = page.getByRole('region', { name: 'Results' });
  const heading = list.getByRole('heading', { level: 2, name: /paper/ });
  await expect(heading).toBeVisible();
  await expect(page.locator('[data-part="loading"]')).toBeEmpty();
  const total = Number(/^\d+/.exec(await heading.innerText()));
  await list.getByRole('link', { name: 'Show them on the map' }).click();
  await expect(page).toHaveURL(/\/map\/\?q=quantization$/);
  expect(total).toBeGreaterThan(0);
  await expect(page.locator('[data-point][data-found]')).toHaveCount(total);

  await page.goto('./search/?q=quantization&kind=survey');
  await expect(heading).toBeVisible();
  await expect(list.getByRole('link', { name: 'Show them on the map' })).toBeHidden();
});

test('arrow keys lead from paper to paper, and Enter opens one', async ({ page }) => {
  await open(page);
  await stageOf(page).locator('a.cursor:not([aria-hidden])').first().focus();
  await page.keyboard.press('ArrowRight');
  const focused = page.locator('a.cursor:focus');
  await expect(focused).toHaveAccessibleName(/\S/);
  const first = await focused.getAttribute('href');
  await expect(card(page)).toBeVisible();
  const at = await focused.boundingBox();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused.getAttribute('href')).not.toBe(first);
  expect((await focused.boundingBox())?.x ?? 0).toBeGreaterThan(at?.x ?? Infinity);
  const href = await focused.getAttribute('href');
  await expect.poll(() => query(page).get('paper')).toBe(/papers\/(.+)\/$/.exec(href ?? '')?.[1]);

  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(focused).toBeVisible();

  await page.keyboard.press('+');
  await expect.poll(() => query(page).get('view')).not.toBeNull();
  await page.keyboard.press('0');
  await expect.poll(() => query(page).get('view')).toBeNull();

  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href ?? 'none'}$`));
  await page.goBack();
  await expect.poll(() => query(page).get('paper')).toBe(/papers\/(.+)\/$/.exec(href ?? '')?.[1]);
});

test('the keys select a region from paper to paper', async ({ page }) => {
  await open(page);
  await stageOf(page).locator('a.cursor:not([aria-hidden])').first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(region(page)).toBeVisible();
  expect(await region(page).getByRole('listitem').count()).toBeGreaterThan(1);
  await expect.poll(() => query(page).get('region')).not.toBeNull();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(region(page)).toBeHidden();
  await expect.poll(() => query(page).get('region')).toBeNull();
});

test('a region can be pulled, clicked corner by corner, or set with Space', async ({ page }) => {
  await open(page);
  const box = await stageOf(page).boundingBox();
  const [x, y] = [box?.x ?? 0, box?.y ?? 0];
  const select = page.getByRole('button', { name: 'Select a region' });

  await select.click();
  await expect(select).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.click(x + 60, y + 60);
  await page.mouse.click(x + 400, y + 300);
  await expect(select).toHaveAttribute('aria-pressed', 'false');
  await expect(region(page)).toBeVisible();
  const listed = await region(page).getByRole('listitem').count();
  expect(listed).toBeGreaterThan(3);
  const clicked = query(page).get('region');

  await page.keyboard.down('Shift');
  await page.mouse.move(x + 200, y + 200);
  await page.mouse.down();
  await page.mouse.move(x + 500, y + 450, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(() => query(page).get('region')).not.toBe(clicked);

  await page.goBack();
  await expect.poll(() => query(page).get('region')).toBe(clicked);
  await expect(region(page).getByRole('listitem')).toHaveCount(listed);

  await page.getByRole('button', { name: 'Clear the region' }).click();
  await expect(region(page)).toBeHidden();

  await stageOf(page).locator('a.cursor:not([aria-hidden])').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(region(page).getByRole('listitem').first()).toBeVisible();
  await region(page).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/papers\//);
});

test('a paper of a region is kept in the reading list', async ({ page }) => {
  await page.goto('./map/?region=2000,2000,8000,8000');
  const row = region(page).getByRole('listitem').first();
  const title = (await row.getByRole('link').textContent()) ?? '';
  await row.getByRole('button', { name: `Add to reading list: ${title}` }).click();
  await expect(
    row.getByRole('button', { name: `On reading list, remove: ${title}` }),
  ).toBeVisible();
  await page.goto('./list/');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  test('the first tap tells of a paper, the second opens it', async ({ page }) => {
    await open(page);
    const { x, y } = await pointOf(page, 40);
    await page.touchscreen.tap(x, y);
    await expect(card(page)).toBeVisible();
    await expect(page).toHaveURL(/\/map\//);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBe(320);
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(/\/papers\//);
  });

  test('so does a tap on the paper at which the keys stand', async ({ page }) => {
    await open(page);
    const link = stageOf(page).locator('a.cursor:not([aria-hidden], [hidden])');
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 14, (box?.y ?? 0) + 14];
    await page.touchscreen.tap(x, y);
    await expect(card(page)).toBeVisible();
    await expect(page).toHaveURL(/\/map\//);
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(/\/papers\//);
  });
});

test('a link shows the map as it was left', async ({ page }) => {
  await open(page, '?q=memory&region=2000,2000,8000,8000&topic=training-systems&view=4000,5000,2');
  await expect(page.getByRole('searchbox', { name: 'Show on the map what matches' })).toHaveValue(
    'memory',
  );
  await expect(page.getByRole('checkbox', { name: /^Training Systems/ })).toBeChecked();
  await expect(stageOf(page)).toHaveAttribute('data-script', 'zoomed');
  await expect(region(page)).toBeVisible();
});

test('hostile addresses show the whole map', async ({ page }) => {
  await open(page, `?view=NaN,1e9,-4&region=1,2,3&paper=__proto__&topic=%3Cscript%3E&q=%00`);
  await expect(stageOf(page)).toHaveAttribute('data-script', 'whole');
  await expect(page.locator('[data-point][data-dim]')).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the map is a picture of links and a list of all papers', async ({ page }) => {
    await page.goto(MAP);
    await expect(page.locator('[data-point]')).toHaveCount(119);
    await expect(page.getByRole('button', { name: 'Select a region' })).toBeHidden();
    const twin = page.getByRole('region', { name: 'The map as a list' });
    expect(await twin.locator('li a').count()).toBe(119);
    await twin.getByText('Quantum Computing').click();
    await expect(twin.getByRole('link').nth(1)).toBeVisible();
    await page.locator('[data-point="40"] path').click();
    await expect(page).toHaveURL(/\/papers\//);
  });
});
