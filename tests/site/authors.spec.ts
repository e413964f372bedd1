import { expect, test } from './fixtures.ts';

test.use({ site: 'fixture' });

test('a reader goes from a paper to its author, to a co-author, and to what else they wrote', async ({
  page,
}) => {
  await page.goto('./papers/shelfwalker-a-trolley-that-finds-misplaced-books/');
  const byline = page.getByRole('list', { name: 'Authors' });
  await expect(byline.getByRole('link', { name: 'ORCID iD of Odalys Brennwick' })).toHaveAttribute(
    'href',
    'https://orcid.org/0000-0000-0000-001X',
  );
  await byline.getByRole('link', { name: 'Odalys Brennwick', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Odalys Brennwick');
  await expect(page.getByText('7 papers, 2010–2026')).toBeVisible();
  const papers = page.getByRole('region', { name: 'Papers' });
  await expect(papers.getByRole('link').first()).toHaveText(/^MeadowBench/);
  await papers.getByRole('combobox', { name: 'Sort by' }).selectOption('title');
  await expect(papers.getByRole('link').first()).toHaveText(/^A Grammar/);

  // who has one paper or two stands in the index
  await page.getByRole('region', { name: 'Co-authors' }).getByText('Yaxley Umber').click();
  await expect(page).toHaveURL(/\/authors\/#a-yaxley-umber$/);
  const entry = page.getByRole('listitem').filter({ hasText: 'Yaxley Umber' });
  await expect(entry).toBeInViewport();
  await entry.getByRole('link', { name: /^MeadowBench/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('MeadowBench');
});

test('the papers of an author can be searched, under all names', async ({ page }) => {
  await page.goto('./authors/dam-anh-nguyet-lan/');
  await expect(page.getByText('Also as Nguyệt')).toBeVisible();
  await page.getByRole('link', { name: 'Search and filter these papers' }).click();
  await expect(page.getByRole('heading', { name: /^3 papers/ })).toBeVisible();
});

test('the address of a name that two authors have leads to both', async ({ page }) => {
  await page.goto('./authors/mirabel-ashquist/');
  const links = page.getByRole('main').getByRole('link', { name: 'Mirabel Ashquist' });
  await expect(links).toHaveCount(2);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await links.last().click();
  await expect(page.getByText('ORCID 0000-0000-0000-0343')).toBeVisible();
});

test('the address of an ORCID leads to the address that authors.md chose', async ({ page }) => {
  await page.goto('./authors/0000-0000-0000-001x/');
  await expect(page).toHaveURL(/\/authors\/odalys-brennwick\/$/);
});

test('a reader goes from a paper to its venue, and from year to year', async ({ page }) => {
  await page.goto('./papers/lending-without-due-dates-a-survey/');
  await page.getByRole('link', { name: 'Journal of Quiet Rooms' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal of Quiet Rooms');
  await expect(page.getByText('Journal: 6 papers, 2002–2022')).toBeVisible();

  await page.getByRole('contentinfo').getByRole('link', { name: 'Years' }).click();
  await page.getByRole('link', { name: '2023: 2 papers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Papers of 2023');
  await page.getByRole('link', { name: 'Newer: 2024' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Papers of 2024');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('authors, venues and years are plain links', async ({ page }) => {
    for (const name of ['Authors', 'Venues', 'Years']) {
      await page.goto('./');
      await page.getByRole('contentinfo').getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      const links = page.getByRole('main').getByRole('link');
      expect(await links.count()).toBeGreaterThan(4);
    }
  });
});

test.describe('a collection that knows no authors and no venues', () => {
  test.use({ site: 'content' });

  test('has no way to them', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('link', { name: /^(Authors|Venues)/ })).toHaveCount(0);
  });
});
