import { readFileSync } from 'node:fs';
import { plugins } from '@citation-js/core';
import type { Page } from '@playwright/test';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { faultsInBothThemes, sidewaysOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const KEY = 'paperlight-list';
const PAPERS = './papers/';

type Item = { id: string; title: string; note: string; tags: string[]; isRead: boolean };

const stored = async (page: Page): Promise<readonly Item[]> => {
  const text = await page.evaluate((key) => localStorage.getItem(key), KEY);
  return text === null ? [] : (JSON.parse(text) as { items: Item[] }).items;
};

const idsOf = async (page: Page): Promise<readonly string[]> =>
  (await stored(page)).map(({ id }) => id);

/** Opens a page of the site with a list in the browser, as another page may have left it. */
const openWith = async (page: Page, path: string, items: readonly object[]): Promise<void> => {
  await page.goto('./about/');
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    KEY,
    JSON.stringify({ paperlight: 'reading list', version: 1, items }),
  ] as const);
  await page.goto(path);
};

/** Keeps the first papers of a topic. */
const keepPapers = async (page: Page, count: number): Promise<readonly string[]> => {
  await page.goto(PAPERS);
  const buttons = page.getByRole('button', { name: /^Add to reading list: / });
  for (let at = 0; at < count; at += 1) await buttons.first().click();
  await expect.poll(() => idsOf(page)).toHaveLength(count);
  return idsOf(page);
};

const rows = (page: Page) => page.locator('reading-list li[data-key]');
const shownIds = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['key']));

test.describe('a paper is added', () => {
  test('from its page, from a card and from a hit, and counted in the header', async ({ page }) => {
    await page.goto(PAPERS);
    const card = page.locator('.paper-item').first();
    const title = (await card.getByRole('link').innerText()).trim();
    await card.getByRole('button', { name: `Add to reading list: ${title}` }).click();
    await expect(
      card.getByRole('button', { name: `On reading list, remove: ${title}` }),
    ).toBeVisible();

    await page.locator('.paper-item a').nth(4).click();
    await page
      .getByRole('button', { name: /^Add to reading list/ })
      .first()
      .click();
    await expect(page.getByRole('link', { name: 'List 2' })).toBeVisible();

    await page.goto('./search/?q=neuromorphic');
    await page
      .locator('.hit')
      .first()
      .getByRole('button', { name: /^Add to reading list/ })
      .click();
    await page.getByRole('link', { name: 'List 3' }).click();
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).first().getByRole('link')).toHaveText(title);
    await expect(page.getByText('3 papers', { exact: true })).toBeVisible();
  });

  test('also when the reader goes on before the list is loaded', async ({ page, allowed }) => {
    allowed.push(/fulfil/);
    await page.route('**/fulfil*.js', (route) => route.abort());
    await page.goto(PAPERS);
    const card = page.locator('.paper-item').first();
    const title = (await card.getByRole('link').innerText()).trim();
    await card.getByRole('button', { name: /^Add to reading list/ }).click();
    await expect(card.getByRole('button', { name: /^On reading list/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'List 1' })).toBeVisible();
    expect(await stored(page)).toEqual([]);
    await page.unrouteAll();
    await page.goto('./list/');
    await expect(rows(page).getByRole('link')).toHaveText([title]);
    expect(await stored(page)).toHaveLength(1);
  });

  test('and given up again where it was added, and back with its notes', async ({ page }) => {
    const [id = ''] = await keepPapers(page, 1);
    await openWith(page, `./papers/${id}/`, [{ id, note: 'keep this' }]);
    const button = page.locator('.copy add-to-list button');
    await expect(button).toHaveText('On reading list');
    await button.click();
    await expect.poll(() => idsOf(page)).toEqual([]);
    await button.click();
    await expect.poll(() => stored(page)).toMatchObject([{ id, note: 'keep this' }]);
  });
});

test.describe('the list', () => {
  test('keeps order, marks, notes and tags over a reload', async ({ page }) => {
    const [a = '', b = '', c = ''] = await keepPapers(page, 3);
    await page.goto('./list/');
    await rows(page)
      .nth(2)
      .getByRole('button', { name: /^Move up/ })
      .click();
    expect(await shownIds(page)).toEqual([a, c, b]);
    const row = rows(page).first();
    await row.getByRole('checkbox', { name: /^Read/ }).check();
    await row.getByText('Note and tags').click();
    await row.getByRole('textbox', { name: /^Note/ }).fill('first line\nsecond line');
    await row.getByRole('textbox', { name: /^Tags/ }).fill('thesis, kv cache,');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => stored(page))
      .toMatchObject([
        { id: a, isRead: true, note: 'first line\nsecond line', tags: ['thesis', 'kv cache'] },
        { id: c },
        { id: b },
      ]);
    await page.reload();
    expect(await shownIds(page)).toEqual([a, c, b]);
    await expect(rows(page).first().locator('[data-part=note]')).toHaveText(
      /first line\s+second line/,
    );
    await expect(page.getByText('3 papers, 1 read')).toBeVisible();
  });

  test('can be put in order by keyboard alone, and says so', async ({ page }) => {
    const ids = await keepPapers(page, 3);
    await page.goto('./list/');
    const down = rows(page)
      .first()
      .getByRole('button', { name: /^Move down/ });
    await down.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await shownIds(page)).toEqual([ids[1], ids[2], ids[0]]);
    await expect(
      rows(page)
        .nth(2)
        .getByRole('button', { name: /^Move down/ }),
    ).toBeFocused();
    await expect(page.getByText(/is now 3 of 3\.$/)).toBeAttached();
  });

  test('can be put in order by dragging, which Escape ends', async ({ page }) => {
    const ids = await keepPapers(page, 3);
    await page.goto('./list/');
    const drag = async (from: number, to: number) => {
      const start = (await rows(page).nth(from).locator('[data-part=grip]').boundingBox())!;
      const end = (await rows(page).nth(to).boundingBox())!;
      await page.mouse.move(start.x + 8, start.y + 8);
      await page.mouse.down();
      await page.mouse.move(start.x + 8, end.y + end.height - 4, { steps: 5 });
    };
    await drag(0, 1);
    await page.mouse.up();
    expect(await shownIds(page)).toEqual([ids[1], ids[0], ids[2]]);
    await drag(0, 2);
    await page.mouse.up();
    expect(await idsOf(page)).toEqual([ids[0], ids[2], ids[1]]);
    await drag(0, 2);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await idsOf(page)).toEqual([ids[0], ids[2], ids[1]]);
    await rows(page).first().locator('[data-part=grip]').click();
    expect(await idsOf(page)).toEqual([ids[0], ids[2], ids[1]]);
  });

  test('gives back what was removed, where it stood', async ({ page }) => {
    const ids = await keepPapers(page, 3);
    await page.goto('./list/');
    await rows(page)
      .nth(1)
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    expect(await shownIds(page)).toEqual(ids);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  });

  test('is searched inside, also by notes and tags', async ({ page }) => {
    const [a = '', b = '', c = ''] = await keepPapers(page, 3);
    await openWith(page, './list/', [
      { id: a, note: 'ask Émile' },
      { id: b, tags: ['thesis'], isRead: true },
      { id: c, tags: ['thesis'] },
    ]);
    await page.getByLabel('Search inside').fill('emile');
    await expect.poll(() => shownIds(page)).toEqual([a]);
    await expect(page.getByText('1 of 3 papers')).toBeVisible();
    await page.getByLabel('Search inside').fill('no such word');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(rows(page)).toHaveCount(3);
    await page.getByRole('combobox', { name: 'Tag' }).selectOption('thesis');
    await expect.poll(() => shownIds(page)).toEqual([b, c]);
    await page.getByLabel('Only unread').check();
    await expect.poll(() => shownIds(page)).toEqual([c]);
  });
});

test('two tabs agree, whichever edits', async ({ page, context }) => {
  const [a = '', b = ''] = await keepPapers(page, 2);
  const other = await context.newPage();
  await page.goto('./list/');
  await other.goto(page.url());
  await rows(other).first().getByRole('checkbox', { name: /^Read/ }).check();
  await expect(rows(page).first().getByRole('checkbox', { name: /^Read/ })).toBeChecked();
  await rows(page)
    .nth(1)
    .getByRole('button', { name: /^Move up/ })
    .click();
  await expect.poll(() => shownIds(other)).toEqual([b, a]);

  // what the one types stays while the other edits, and both edits are kept
  await rows(page).first().getByText('Note and tags').click();
  const note = rows(page).first().getByRole('textbox', { name: /^Note/ });
  await note.pressSequentially('half a thou');
  await rows(other).nth(1).getByRole('checkbox', { name: /^Read/ }).uncheck();
  await expect(note).toHaveValue('half a thou');
  await note.pressSequentially('ght');
  await expect(rows(other).first().locator('[data-part=note]')).toHaveText('half a thought');
  expect(await stored(page)).toMatchObject([
    { id: b, note: 'half a thought' },
    { id: a, isRead: false },
  ]);
});

test.describe('what goes wrong is said', () => {
  test('damaged storage: what is sound is shown, the rest can be saved', async ({ page }) => {
    const [a = ''] = await keepPapers(page, 1);
    await openWith(page, './list/', [{ id: a }, { id: 'NO ID', note: 'precious' }]);
    await expect(rows(page)).toHaveCount(1);
    const alert = page.getByRole('alert').filter({ hasText: 'could not be read' });
    await expect(alert).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      alert.getByRole('button', { name: 'Download what was set aside' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('precious');
    await rows(page).first().getByRole('checkbox', { name: /^Read/ }).check();
    await expect(alert).toBeVisible();
    await alert.getByRole('button', { name: 'Discard it' }).click();
    await expect(alert).toBeHidden();
    expect(await stored(page)).toMatchObject([{ id: a, isRead: true }]);
  });

  test('full storage: the edit waits, and the list can be saved as JSON', async ({ page }) => {
    const ids = await keepPapers(page, 2);
    await page.goto('./list/');
    await page.evaluate(() => {
      let size = 4 * 1024 * 1024;
      for (let at = 0; size > 0; at += 1)
        try {
          localStorage.setItem(`filler-${at}`, 'x'.repeat(size));
        } catch {
          size = Math.floor(size / 2);
        }
    });
    const row = rows(page).first();
    await row.getByText('Note and tags').click();
    await row.getByRole('textbox', { name: /^Note/ }).fill('a long note '.repeat(50));
    const alert = page.getByRole('alert').filter({ hasText: 'no room left' });
    await expect(alert).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      alert.getByRole('button', { name: 'Download the list as JSON' }).click(),
    ]);
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as { items: Item[] };
    expect(saved.items.map(({ id }) => id)).toEqual(ids);
    expect(saved.items[0]?.note).toContain('a long note');

    await page.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('filler')) localStorage.removeItem(key);
    });
    await rows(page).nth(1).getByRole('checkbox', { name: /^Read/ }).check();
    await expect(alert).toBeHidden();
    expect((await stored(page))[0]?.note).toContain('a long note');
  });

  test('a list of a later version stays untouched', async ({ page }) => {
    await page.goto('./about/');
    const text = '{"paperlight":"reading list","version":99,"items":[]}';
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEY, text] as const);
    await page.goto(PAPERS);
    await page
      .getByRole('button', { name: /^Add to reading list/ })
      .first()
      .click();
    await expect(page.getByText('Not saved: reload the page first.').first()).toBeVisible();
    expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(text);
  });
});

test.describe('the list is exported', () => {
  const download = async (page: Page, format: string): Promise<string> => {
    await page.getByRole('combobox', { name: 'As' }).selectOption(format);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download', exact: true }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };

  for (const format of ['bibtex', 'ris', 'csl-json'])
    test(`as ${format}, and read back`, async ({ page }) => {
      await keepPapers(page, 6);
      await page.goto('./list/');
      const text = await download(page, format);
      await expect(page.getByText(/^Downloaded 6 papers as /)).toBeVisible();
      const read = plugins.input.chain(text, { generateGraph: false }) as readonly {
        title: string;
      }[];
      const titles = (await stored(page)).map(({ title }) => title);
      const plain = (title: string) => title.replace(/[^a-z0-9]+/gi, ' ').trim();
      expect(read.map(({ title }) => plain(title.replace(/<[^>]*>/g, '')))).toEqual(
        titles.map(plain),
      );
    });

  test('as Markdown with notes, and as JSON that can be brought in again', async ({ page }) => {
    const [a = '', b = ''] = await keepPapers(page, 2);
    await openWith(page, './list/', [
      { id: a, note: 'my *note*', tags: ['thesis'] },
      { id: b, isRead: true },
    ]);
    expect(await download(page, 'markdown')).toContain('my \\*note\\*');
    const json = await download(page, 'json');

    const mine = { id: b, note: 'of another day' };
    await openWith(page, './list/', [mine]);
    const file = { name: 'list.json', mimeType: 'application/json', buffer: Buffer.from(json) };
    for (const said of [
      '1 paper added, 1 was there already.',
      '0 papers added, 2 were there already.',
    ]) {
      await page.getByLabel('A reading list downloaded as JSON').setInputFiles(file);
      await expect(page.getByText(said)).toBeVisible();
    }
    expect(await stored(page)).toMatchObject([
      { id: b, note: 'of another day', isRead: true },
      { id: a, note: 'my *note*', tags: ['thesis'] },
    ]);
    await page
      .getByLabel('A reading list downloaded as JSON')
      .setInputFiles({ ...file, buffer: Buffer.from('no list') });
    await expect(page.getByText('That file holds no reading list.')).toBeVisible();
  });
});

test.describe('a link to a list', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('shows it without touching the reader’s own, until it is added', async ({
    page,
    context,
    complaints,
  }) => {
    const ids = await keepPapers(page, 3);
    await page.goto('./list/');
    await page.getByRole('button', { name: 'Copy link to this reading list' }).click();
    await expect(page.getByText('Link copied')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(new URL(`#p=${ids.join(',')}`, page.url()).href);

    await openWith(page, './about/', [{ id: ids[1], note: 'mine' }]);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await page.goto(`${link},no-such-paper`);
    await expect(page.getByRole('heading', { name: 'A reading list of 3 papers' })).toBeVisible();
    await expect(
      page.getByText('1 of them is on your reading list already. 1 more is not in this'),
    ).toBeVisible();
    expect(await idsOf(page)).toEqual([ids[1]]);
    await page.getByRole('button', { name: 'Add to reading list' }).click();
    await expect(page.getByRole('heading', { name: /A reading list of/ })).toBeHidden();
    expect(await shownIds(page)).toEqual([ids[1], ids[0], ids[2]]);
    expect(await stored(page)).toMatchObject([{ note: 'mine' }, {}, {}]);
    expect(new URL(page.url()).hash).toBe('');
    // the host never learns what is on the list
    expect(asked.filter((url) => ids.some((id) => url.includes(id)))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('can be declined', async ({ page }) => {
    await page.goto('./list/#p=no-such-paper,-,%%%');
    await expect(page.getByRole('heading', { name: 'A reading list of 0 papers' })).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText('Nothing here yet.')).toBeVisible();
    expect(await stored(page)).toEqual([]);
  });
});

test('papers like those on the list come with the terms that led to them', async ({ page }) => {
  await keepPapers(page, 4);
  await page.goto('./list/');
  await page.getByRole('button', { name: 'Suggest papers' }).click();
  const found = page.locator('list-suggestions li');
  await expect(found).toHaveCount(10);
  for (const suggestion of await found.all()) {
    await expect(suggestion.getByText(/^Because of: \S/)).toBeVisible();
    expect(await idsOf(page)).not.toContain(await suggestion.getAttribute('data-key'));
  }
  const id = (await found.nth(1).getAttribute('data-key')) ?? '';
  await found
    .nth(1)
    .getByRole('button', { name: /^Add to reading list/ })
    .click();
  await expect(found.nth(1).getByRole('button', { name: /^On reading list/ })).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  expect(await idsOf(page)).toContain(id);
});

test.describe('papers that changed', () => {
  test.use({ site: 'fixture' });

  test('are found under their ids of today; withdrawn and unknown ones are said to be', async ({
    page,
  }) => {
    const today = 'shelfwalker-a-trolley-that-finds-misplaced-books';
    await openWith(page, './list/', [
      { id: 'shelf-walker', note: 'under its first name' },
      { id: 'bees-that-read', title: 'Bees that read' },
      { id: 'never-heard-of', title: 'Never heard of' },
      { id: today, note: 'under its last' },
    ]);
    await expect.poll(() => idsOf(page)).toEqual([today, 'bees-that-read', 'never-heard-of']);
    await expect(rows(page).nth(0).getByRole('link')).toHaveText(/^Shelfwalker/i);
    expect((await stored(page))[0]?.note).toBe('under its first name\nunder its last');
    await expect(rows(page).nth(1)).toContainText('Withdrawn: Withdrawn at the request');
    await expect(rows(page).nth(2)).toContainText('Not in this collection today.');
    await expect(rows(page).nth(2).getByRole('link')).toHaveCount(0);
  });

  test('are left out of exports, which say so', async ({ page, allowed }) => {
    // the page of a paper that nobody knows is asked for in vain
    allowed.push(/404/);
    await openWith(page, './list/', [
      { id: 'teapots-that-do-not-drip' },
      { id: 'bees-that-read', title: 'Bees that read' },
      { id: 'never-heard-of', title: 'Never heard of' },
    ]);
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(
      page.getByText(
        'Downloaded 1 paper as reading-list.bib. No citation could be loaded for: Bees that read; Never heard of.',
      ),
    ).toBeVisible();
  });
});

test.describe('a reader without script', () => {
  test.use({ javaScriptEnabled: false });

  test('is told what the pages would do, and led on', async ({ page }) => {
    for (const path of ['./list/', './compare/']) {
      await page.goto(path);
      const main = page.getByRole('main');
      await expect(main.getByText(/needs JavaScript/)).toBeVisible();
      await expect(main.getByRole('link', { name: 'papers by topic' })).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
    }
    await page.goto(PAPERS);
    await expect(page.getByRole('button', { name: /list/ })).toHaveCount(0);
  });
});

test.describe('a list with everything on it', () => {
  test('fits 320 pixels, and axe finds no fault in it there', async ({ page }) => {
    const [a = '', b = ''] = await keepPapers(page, 2);
    await page.setViewportSize({ width: 320, height: 640 });
    await openWith(page, './list/', [
      { id: a, note: 'W'.repeat(80), tags: ['W'.repeat(60), 'two'], isRead: true },
      { id: b },
      { id: 'nobody-knows-it', title: 'W'.repeat(90) },
      { id: 'BAD' },
    ]);
    await page.getByRole('button', { name: 'Suggest papers' }).click();
    await expect(page.locator('list-suggestions li').first()).toBeVisible();
    await rows(page).first().getByText('Note and tags').click();
    await rows(page)
      .first()
      .getByRole('checkbox', { name: /^Compare/ })
      .check();
    await rows(page)
      .nth(2)
      .getByRole('button', { name: /^Remove/ })
      .click();
    await page.evaluate((id) => (location.hash = `p=${id}`), a);
    await expect(page.getByRole('heading', { name: 'A reading list of 1 paper' })).toBeVisible();
    expect.soft(await sidewaysOf(page)).toEqual({ scrolled: 0, hidden: 0 });
    expect(await faultsInBothThemes(page)).toEqual([]);
  });
});
