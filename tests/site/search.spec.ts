import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const boxOf = (page: Page) =>
  page.getByRole('searchbox', { name: 'Words in titles and abstracts' });
const hitsOf = (page: Page) =>
  page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 3 });
const linksOf = (page: Page) => hitsOf(page).getByRole('link');
const tickOf = (page: Page, group: string, name: RegExp) =>
  page.getByRole('group', { name: group }).getByRole('checkbox', { name });

/** The number that a filter's label gives. */
const countOf = async (page: Page, group: string, name: RegExp): Promise<number> => {
  const label = page.getByRole('group', { name: group }).locator('label', { hasText: name });
  return Number(/([\d,]+)\s*papers/.exec(await label.innerText())?.[1]?.replace(',', ''));
};

/** The number of papers that the results announce. */
/** Abstracts are there, too: until then counts and hits may change. */
const allLoaded = (page: Page): Promise<void> =>
  expect(page.locator('[data-part="loading"]')).toBeEmpty({ timeout: 20_000 });
const totalOf = async (page: Page): Promise<number> => {
  const heading = page
    .getByRole('region', { name: 'Results' })
    .getByRole('heading', { level: 2, name: /paper/ });
  return Number(/^[\d,]+/.exec(await heading.innerText())?.[0].replace(',', ''));
};

test('nothing is loaded before the reader turns to the box', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./search/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /search-data|worker/.test(url))).toEqual([]);
  const loading = page.waitForRequest(/search-data/);
  await boxOf(page).focus();
  await loading;
});

test('results come while words are typed, marked in title and passage', async ({ page }) => {
  await page.goto('./search/');
  await boxOf(page).pressSequentially('quantiz', { delay: 20 });
  await expect(hitsOf(page).first()).toBeVisible();
  await expect(page).toHaveURL(/\/search\/\?q=quantiz$/);
  await expect(hitsOf(page).locator('mark').first()).toHaveText(/quanti/i);
  await expect(page.locator('.passage mark').first()).toHaveText(/quanti/i);
  await expect(page.getByRole('status')).toHaveText(/^\d+ papers found/);
});

test('a passage leads to its sentence', async ({ page }) => {
  await page.goto('./search/?q=quantization');
  const passage = page.locator('.passage a').first();
  await expect(passage).toHaveAttribute('href', /\/papers\/[a-z0-9-]+\/#s\d+-[0-9a-f]+$/);
  const [, id = ''] = (await passage.getAttribute('href'))?.split('#') ?? [];
  await passage.click();
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('passages come without moving what is below them', async ({ page }) => {
  await page.goto('./search/?q=inference');
  await expect(page.locator('.passage').first()).not.toBeEmpty({ timeout: 20_000 });
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(shift).toBeLessThan(0.1);
});

test('filters say beforehand how many papers they leave', async ({ page }) => {
  await page.goto('./search/?q=learning');
  await expect(hitsOf(page).first()).toBeVisible();
  await allLoaded(page);
  const all = await totalOf(page);
  const surveys = await countOf(page, 'Kind', /Survey/);
  expect(surveys).toBeLessThan(all);
  await tickOf(page, 'Kind', /Survey/).check();
  await expect.poll(() => totalOf(page)).toBe(surveys);
  await expect(page).toHaveURL(/\?kind=survey&q=learning$/);
  // a second kind widens the first: any of them may hold
  const methods = await countOf(page, 'Kind', /Method/);
  await tickOf(page, 'Kind', /Method/).check();
  await expect.poll(() => totalOf(page)).toBe(surveys + methods);
  // another facet narrows both
  const coded = await countOf(page, 'Has', /Code/);
  await tickOf(page, 'Has', /Code/).check();
  await expect.poll(() => totalOf(page)).toBe(coded);
});

test('filters in use are taken back one by one or all at once', async ({ page }) => {
  await page.goto('./search/?has=code&kind=method&q=model');
  await expect(hitsOf(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Kind: Method' }).click();
  await expect(page).toHaveURL(/\?has=code&q=model$/);
  await expect(tickOf(page, 'Kind', /Method/)).not.toBeChecked();
  await tickOf(page, 'Kind', /Method/).check();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=model$/);
  await expect(page.getByRole('button', { name: /^Has:/ })).toHaveCount(0);
});

test('an address restores words, filters, order and length of the list', async ({ page }) => {
  await page.goto('./search/?page=2&q=model&sort=title');
  await expect(hitsOf(page)).toHaveCount(40);
  await expect(boxOf(page)).toHaveValue('model');
  await expect(page.getByRole('combobox', { name: 'Sort by' })).toHaveValue('title');
  const titles = await hitsOf(page).allInnerTexts();
  await page.reload();
  await expect(hitsOf(page)).toHaveCount(40);
  expect(await hitsOf(page).allInnerTexts()).toEqual(titles);
});

test('a hostile address is read as far as it makes sense', async ({ page }) => {
  await page.goto(
    './search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+model&kind=__proto__&page=-1&sort=x&x=y',
  );
  await expect(boxOf(page)).toHaveValue('<img src=x onerror=alert(1)> model');
  await expect(page.getByRole('region', { name: 'Results' }).locator('img')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Kind:/ })).toHaveCount(0);
});

test('typing leaves no trail, and back leads through what was committed', async ({ page }) => {
  await page.goto('./search/');
  await boxOf(page).pressSequentially('compression', { delay: 20 });
  await expect(hitsOf(page).first()).toBeVisible();
  await boxOf(page).press('Enter');
  await tickOf(page, 'Kind', /Method/).check();
  await expect(page).toHaveURL(/kind=method&q=compression$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/search\/\?q=compression$/);
  await expect(tickOf(page, 'Kind', /Method/)).not.toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/\/search\/$/);
  await expect(boxOf(page)).toHaveValue('');
  await expect(hitsOf(page)).toHaveCount(0);
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(/kind=method&q=compression$/);
  await expect(tickOf(page, 'Kind', /Method/)).toBeChecked();
  await expect(hitsOf(page).first()).toBeVisible();
});

test('more results follow the first twenty and take the focus', async ({ page }) => {
  await page.goto('./search/?q=model');
  await expect(hitsOf(page)).toHaveCount(20);
  await page.getByRole('button', { name: 'Show 20 more' }).click();
  await expect(hitsOf(page)).toHaveCount(40);
  await expect(linksOf(page).nth(20)).toBeFocused();
  await expect(page).toHaveURL(/\?page=2&q=model$/);
});

test('back from a paper finds the list where it was left', async ({ page }) => {
  await page.goto('./search/?page=2&q=model');
  const link = linksOf(page).nth(30);
  await link.scrollIntoViewIfNeeded();
  // at the click itself, for until then passages come and results are laid out
  await page.evaluate(() => {
    const note = () => sessionStorage.setItem('left-at', String(scrollY));
    addEventListener('click', note, { capture: true });
  });
  await link.click();
  await expect(page).toHaveURL(/\/papers\//);
  await page.goBack();
  await expect(hitsOf(page)).toHaveCount(40);
  const leftAt = await page.evaluate(() => Number(sessionStorage.getItem('left-at')));
  expect(leftAt).toBeGreaterThan(1000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(leftAt);
  await expect(linksOf(page).nth(30)).toBeFocused();
});

test('the keyboard alone searches, walks through the results and opens one', async ({ page }) => {
  await page.goto('./search/');
  await boxOf(page).focus();
  await page.keyboard.type('pruning');
  await expect(page.locator('.passage').first()).not.toBeEmpty();
  await page.keyboard.press('ArrowDown');
  await expect(linksOf(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(linksOf(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(boxOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(boxOf(page)).toBeFocused();
  await expect(boxOf(page)).toHaveValue('pruning');
  await page.keyboard.press('ArrowDown');
  const href = await linksOf(page).first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test('Escape in the box clears it', async ({ page }) => {
  await page.goto('./search/?q=pruning');
  await expect(hitsOf(page).first()).toBeVisible();
  await boxOf(page).press('Escape');
  await expect(boxOf(page)).toHaveValue('');
  await expect(boxOf(page)).toBeFocused();
  await expect(hitsOf(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/search\/$/);
});

test('when nothing is found there are ways on', async ({ page }) => {
  await page.goto('./search/?kind=position&q=quantizatoin+zzzzqqqq');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('heading', { name: /^No papers for/ })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('No papers found.');
  await expect(results.getByRole('link', { name: 'papers by topic' })).toBeVisible();
  const way = results.getByRole('listitem').filter({ hasText: 'without Kind: Position paper' });
  const count = Number(/(\d+) papers?$/.exec(await way.innerText())?.[1]);
  await way.getByRole('link').click();
  await expect(page).toHaveURL(/\?q=quantizatoin\+zzzzqqqq$/);
  await expect.poll(() => totalOf(page)).toBe(count);
});

test('what was typed and is to blame goes by one click, and the rest stays', async ({ page }) => {
  await page.goto('./search/?q=quantization+"zebra+crossing"+-bees');
  const results = page.getByRole('region', { name: 'Results' });
  await results.getByRole('link', { name: 'without "zebra crossing"' }).click();
  await expect(boxOf(page)).toHaveValue('quantization -bees');
  await expect(hitsOf(page).first()).toBeVisible();
});

test('typed filters stand as ticks and chips, and go out of the words with them', async ({
  page,
}) => {
  await page.goto('./search/?q=model+kind:survey+has:code');
  await expect(tickOf(page, 'Kind', /Survey/)).toBeChecked();
  await expect(tickOf(page, 'Has', /Code/)).toBeChecked();
  await expect(page.getByText('Filters (2)')).toBeVisible();
  await tickOf(page, 'Kind', /Survey/).uncheck();
  await expect(page).toHaveURL(/\/search\/\?q=model\+has%3Acode$/);
  await expect(boxOf(page)).toHaveValue('model has:code');
  await expect(tickOf(page, 'Kind', /Survey/)).not.toBeChecked();
  await page.getByRole('button', { name: 'Has: Code' }).click();
  await expect(boxOf(page)).toHaveValue('model');
  await expect(tickOf(page, 'Has', /Code/)).not.toBeChecked();
  await page.goBack();
  await expect(boxOf(page)).toHaveValue('model has:code');
  await expect(tickOf(page, 'Has', /Code/)).toBeChecked();
});

test('a typed value that no paper has is told, and goes at a click', async ({ page }) => {
  await page.goto('./search/?q=model+topic:zebra');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByText('No paper here has the topic “zebra”.').first()).toBeVisible();
  await results.getByRole('link', { name: 'without topic:zebra' }).click();
  await expect(boxOf(page)).toHaveValue('model');
});

test('a typed filter finds as much as its tick says', async ({ page }) => {
  await page.goto('./search/?q=model');
  await expect(hitsOf(page).first()).toBeVisible();
  await allLoaded(page);
  const surveys = await countOf(page, 'Kind', /Survey/);
  const methods = await countOf(page, 'Kind', /Method/);
  await boxOf(page).fill('model kind:survey');
  await expect.poll(() => totalOf(page)).toBe(surveys);
  // typed and ticked together: either may hold
  await tickOf(page, 'Kind', /Method/).check();
  await expect.poll(() => totalOf(page)).toBe(surveys + methods);
  await expect(page).toHaveURL(/\?kind=method&q=model\+kind%3Asurvey$/);
});

test('a field that there is not is searched as text, and the page says so', async ({ page }) => {
  await page.goto('./search/?q=colour:model');
  await expect(hitsOf(page).first()).toBeVisible();
  await expect(
    page.locator('[data-part="panel-found"]').getByText('There is no field “colour”: it was'),
  ).toBeVisible();
});

test('other names are searched for, told, and left out at a click', async ({ page }) => {
  await page.goto('./search/?q=nas');
  await expect(page.getByText(/Also searching for/)).toContainText(/neural architecture search/i);
  await expect(page.locator('.passage mark').getByText(/^NAS$/).first()).toBeVisible();
  await expect(
    hitsOf(page).locator('mark').getByText('Neural Architecture Search').first(),
  ).toBeVisible();
  const all = await totalOf(page);
  const names = page.getByText(/Also searching for/).getByRole('link', { name: /neural/i });
  await expect(names).toHaveAttribute('href', /\/concepts\/[a-z0-9-]+\/$/);
  await page.getByRole('link', { name: 'Search only what I typed' }).click();
  await expect(boxOf(page)).toHaveValue('"nas"');
  await expect(page).toHaveURL(/\?q=%22nas%22$/);
  await expect(page.getByText(/Also searching for/)).toBeHidden();
  expect(await totalOf(page)).toBeLessThan(all);
});

test('everyday words reach what they mean', async ({ page }) => {
  await page.goto('./search/?q=squeeze+a+model+until+it+runs+on+a+watch');
  await expect(page.getByText(/Also searching for/)).toContainText('Model compression');
  await expect(
    hitsOf(page)
      .locator('mark')
      .getByText(/^(pruning|quantization)$/i)
      .first(),
  ).toBeVisible();
});

test('loosened words are announced', async ({ page }) => {
  await page.goto('./search/?q=quantizaton');
  await expect(page.getByText('No paper has all these words as typed')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(/near matches\.$/);
  await boxOf(page).fill('quantization');
  await expect(page.getByText('No paper has all these words as typed')).toBeHidden();
});

test('the help opens by keyboard, and its examples search', async ({ page }) => {
  await page.goto('./search/');
  const help = page.getByText('How to search');
  await help.focus();
  await page.keyboard.press('Enter');
  const examples = page.locator('.search-help dt a');
  expect(await examples.count()).toBeGreaterThan(5);
  for (const example of await examples.all()) {
    const q = await example.innerText();
    await example.click();
    await expect(boxOf(page)).toHaveValue(q);
    await expect(
      page.getByRole('heading', { level: 2, name: new RegExp(' papers? for ') }),
    ).toContainText(q);
    await expect(hitsOf(page).first()).toBeVisible();
  }
  await page.goBack();
  await expect(boxOf(page)).not.toHaveValue(await examples.last().innerText());
});

test('whatever is typed is answered', async ({ page }) => {
  await page.goto('./search/');
  for (const text of [
    '"',
    '((((.*)+)+',
    '__proto__',
    '🙂🙃',
    'بحث عن نماذج',
    'topic:',
    '-',
    '\\',
    '%',
  ]) {
    await boxOf(page).fill(text);
    await expect(
      page
        .getByRole('region', { name: 'Results' })
        .getByRole('heading', { level: 2, name: /papers? for/i }),
    ).toContainText(`“${text}”`);
  }
});

test('a near spelling is one click away', async ({ page }) => {
  await page.goto('./search/?kind=position&q=quantizaton&year=1900');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('heading', { name: /^No papers for/ })).toBeVisible();
  const near = results.getByRole('link', { name: /^quantization/ });
  await near.click();
  await expect(boxOf(page)).toHaveValue(/^quantization/);
});

test('when the index fails to load the page says so, and retries', async ({ page, allowed }) => {
  allowed.push(/search-data/, /Failed to load resource/);
  await page.route(/search-data/, (route) => route.abort());
  await page.goto('./search/?q=model');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('heading', { name: 'Search could not be loaded' })).toBeVisible();
  await expect(results.getByRole('link', { name: /A to Z/ }).first()).toBeVisible();
  await page.unroute(/search-data/);
  await results.getByRole('button', { name: 'Try again' }).click();
  await expect(hitsOf(page).first()).toBeVisible();
});

test('where no worker starts the page searches by itself', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'Worker', { value: undefined }));
  await page.goto('./search/');
  await boxOf(page).pressSequentially('quantization');
  await expect(hitsOf(page).first()).toBeVisible();
  await expect(page.locator('.passage mark').first()).toBeVisible();
});

for (const [name, path] of [
  ['nothing found', './search/?kind=method&q=zzzzqqqq&year=1900'],
  ['filters in use', './search/?has=code&kind=method&kind=survey&q=model'],
  ['other names and unknown fields', './search/?q=nas+kind:method+colour:red'],
  ['something to blame', './search/?kind=position&q=quantizaton+"zebra+crossing"'],
] as const)
  test(`has no fault that axe finds: ${name}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('status')).not.toBeEmpty();
    expect(await faultsOf(page)).toEqual([]);
  });

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('the page explains itself and leads to every paper', async ({ page }) => {
    await page.goto('./search/?q=model');
    await expect(page.getByText('needs JavaScript')).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await page.getByRole('link', { name: 'all papers from A to Z' }).click();
    await expect(page).toHaveURL(/\/papers\/$/);
    await expect(page.locator('main a[href*="/papers/"]').first()).toBeVisible();
  });

  test('a search box on another page leads to the search', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('searchbox').first().fill('kv cache');
    await page.getByRole('searchbox').first().press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=kv\+cache$/);
  });
});

test.describe('below a base path', () => {
  test.use({ site: 'based' });

  test('results and addresses stay below it', async ({ page }) => {
    await page.goto('./search/?q=model');
    await expect(linksOf(page).first()).toHaveAttribute('href', /^\/x\/papers\/[a-z0-9-]+\/$/);
    await tickOf(page, 'Has', /Code/).check();
    await expect(page).toHaveURL(/\/x\/search\/\?has=code&q=model$/);
    await linksOf(page).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('filters open on demand and nothing is wider than the screen', async ({ page }) => {
    await page.goto('./search/?kind=method&q=model');
    await expect(hitsOf(page).first()).toBeVisible();
    await expect(tickOf(page, 'Kind', /Method/)).toBeHidden();
    await page.getByText('Filters (1)').click();
    await expect(tickOf(page, 'Kind', /Method/)).toBeChecked();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

  test('the help opens at the first press: loading moves nothing from under it', async ({
    page,
  }) => {
    for (const width of [320, 360, 400, 480, 640]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('./search/');
      await page.getByText('How to search').click();
      await expect(page.getByRole('link', { name: 'has:code' })).toBeVisible();
    }
  });
});

test.describe('in a collection that knows authors, venues and dates', () => {
  test.use({ site: 'fixture' });

  test('they can be ticked, and the address keeps them', async ({ page }) => {
    await page.goto('./search/?q=bees');
    await expect(page.getByRole('group', { name: 'Author' })).toBeVisible();
    const year = page.getByRole('group', { name: 'Year' }).getByRole('checkbox').last();
    await year.focus();
    const value = await year.getAttribute('value');
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(new RegExp(`[?&]year=${value}$`));
    await expect(page.getByRole('button', { name: `Year: ${value}` })).toBeVisible();
    // it has moved to the top of its group, focus and all
    const first = page.getByRole('group', { name: 'Year' }).getByRole('checkbox').first();
    await expect(first).toHaveValue(value ?? '');
    await expect(first).toBeFocused();
    await expect(first).toBeChecked();
  });

  test('authors, venues and years can be typed', async ({ page }) => {
    await page.goto('./search/');
    await page.getByText('How to search').click();
    for (const field of ['author', 'venue', 'year']) {
      const example = page.getByRole('link', { name: new RegExp(`^${field}:`) });
      await example.click();
      await expect(boxOf(page)).toHaveValue(new RegExp(`^${field}:`));
      await expect(hitsOf(page).first()).toBeVisible();
      const group = page.getByRole('group', { name: new RegExp(field, 'i') });
      await expect(group.getByRole('checkbox').first()).toBeChecked();
    }
    // a range stands as one tick, and unticking it leaves nothing to search for
    await page.getByRole('group', { name: 'Year' }).getByRole('checkbox').first().uncheck();
    await expect(boxOf(page)).toHaveValue('');
    await expect(page).toHaveURL(/\/search\/$/);
  });

  test('a paper without an abstract is found and says so', async ({ page }) => {
    await page.goto('./search/?q=notes+on+an+empty+shelf');
    await expect(hitsOf(page).first()).toHaveText(/Empty Shelf/i);
    await expect(page.locator('.passage').first()).toHaveText('No abstract.');
  });
});
