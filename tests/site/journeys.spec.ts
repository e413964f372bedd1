import { expect, test } from './fixtures.ts';

for (const javaScriptEnabled of [true, false])
  test.describe(`a reader with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('walks from home over a topic to a paper and on to the next', async ({ page }) => {
      await page.goto('./');
      const main = page.getByRole('main');
      await main.locator('a[href*="/topics/"]:not([href$="/topics/"])').first().click();
      await expect(page).toHaveURL(/\/topics\/[^/]+\/$/);
      const topic = await page.getByRole('heading', { level: 1 }).innerText();

      const papers = main.getByRole('region', { name: 'Papers' });
      // above them stand the names of groups
      const link = papers.locator('li a[href*="/papers/"]').first();
      const title = await link.innerText();
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByRole('heading', { name: 'Abstract' })).toBeVisible();
      await expect(main.getByRole('link', { name: topic }).first()).toBeVisible();

      await page.locator('a[rel="next"]').click();
      await expect(page).toHaveURL(/\/papers\/[^/]+\/$/);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
    });

    test('finds every paper by letter', async ({ page }) => {
      await page.goto('./');
      await page
        .getByRole('navigation', { name: 'Site' })
        .getByRole('link', { name: 'Papers' })
        .click();
      const links = page.getByRole('main').locator('li a[href*="/papers/"]');
      expect(await links.count()).toBeGreaterThan(100);
      const title = await links.last().innerText();
      await links.last().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    });
  });

test.describe('a reader without script', () => {
  test.use({ javaScriptEnabled: false });

  test('sees no control that would do nothing', async ({ page }) => {
    for (const path of ['./', './topics/llm-inference-serving/', './papers/']) {
      await page.goto(path);
      await expect(page.getByRole('button', { name: /colours|copy|show all/i })).toHaveCount(0);
      await expect(page.getByRole('checkbox')).toHaveCount(0);
    }
  });
});

test('a reader who is lost is told so and offered search', async ({ page, allowed }) => {
  allowed.push(/404/);
  const response = await page.goto('./papers/no/such/paper/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  const box = page.getByRole('main').getByRole('searchbox');
  await box.fill('quantization');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=quantization$/);
});

test.describe('below a base path', () => {
  test.use({ site: 'based' });

  test('a reader never leaves it', async ({ page, baseURL }) => {
    await page.goto('./');
    for (const name of ['Topics', 'Papers', 'Search', 'About']) {
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name }).click();
      // that link opens a dialog first
      if (name === 'Search') await page.keyboard.press('Enter');
      await expect(page).toHaveTitle(new RegExp(`^${name}`));
      expect(page.url().startsWith(baseURL ?? 'none'), page.url()).toBe(true);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    expect(baseURL).toMatch(/\/x\/$/);
  });
});

test.describe('by keyboard', () => {
  test('the first stop skips to the content', async ({ page }) => {
    await page.goto('./papers/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: /skip to content/i });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
    expect(isInMain).toBe(true);
  });

  for (const path of ['./', './topics/llm-inference-serving/', './search/?q=attention'])
    test(`every stop shows where the focus is: ${path}`, async ({ page }) => {
      await page.goto(path);
      const unmarked: string[] = [];
      for (let stop = 0; stop < 30; stop += 1) {
        await page.keyboard.press('Tab');
        const bare = await page.evaluate(() => {
          const focused = document.activeElement;
          if (focused === null || focused === document.body) return null;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
          const isMarked =
            (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
          return isMarked ? null : focused.outerHTML.slice(0, 120);
        });
        if (bare !== null) unmarked.push(bare);
      }
      expect(unmarked).toEqual([]);
    });
});
