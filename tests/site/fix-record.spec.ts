import { TEST_ORIGIN } from '../setup/test-sites.ts';
import { expect, test } from './fixtures.ts';

const PAPER = './papers/shelfwalker-a-trolley-that-finds-misplaced-books/';
const TITLE = 'ShelfWalker: A Trolley That Finds Misplaced Books';
const REPOSITORY = 'https://code.example/keeper/test-shelf';

for (const javaScriptEnabled of [true, false])
  test.describe(`a record of a site with a repository, script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ site: 'fixture', javaScriptEnabled });

    test('is fixed where its entry is', async ({ page }) => {
      await page.goto(PAPER);
      await expect(page.getByRole('link', { name: 'Fix this record' })).toHaveAttribute(
        'href',
        `${REPOSITORY}/_edit/main/shelf/papers/shelfwalker-a-trolley-that-finds-misplaced-books.md`,
      );
    });

    test('is reported with what it says now', async ({ page }) => {
      await page.goto(PAPER);
      await page.getByText('Report an error').click();
      const href = await page
        .getByRole('complementary')
        .getByRole('link', { name: 'Authors', exact: true })
        .getAttribute('href');
      const { pathname, searchParams } = new URL(href ?? '');
      expect(pathname).toBe('/keeper/test-shelf/issues/new');
      expect(searchParams.get('title')).toBe(`Fix: ${TITLE}`);
      const body = searchParams.get('body') ?? '';
      expect(body).toContain(`Paper: ${TEST_ORIGIN}${PAPER.slice(1)}\n`);
      expect(body).toContain('Field: Authors\n');
      expect(body).toMatch(/As it is now: .+; .+; Đàm Ánh Nguyệt Lan\n/);
    });

    test('of a withdrawn paper is fixed, too', async ({ page }) => {
      await page.goto('./papers/bees-that-read/');
      await expect(page.getByRole('link', { name: 'Fix this record' })).toBeVisible();
    });
  });

test('a site that names nobody asks for nothing', async ({ page }) => {
  await page.goto('./papers/');
  await page.locator('main li a').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/Fix this record|Report an error/)).toHaveCount(0);
});
