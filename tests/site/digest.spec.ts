import { expect, test } from './fixtures.ts';

test.describe('the daily digest', () => {
  test.use({ site: 'fixture', javaScriptEnabled: false });

  test('is read day by day from the footer of any page, without script', async ({ page }) => {
    await page.goto('./about/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Daily digest' }).click();
    await page.getByRole('link', { name: '20 November' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digest of 20 November 2026');
    await expect(page.getByText('4 new papers.')).toBeVisible();
    const other = page.getByRole('navigation', { name: 'Other days' });
    await expect(other.getByRole('link')).toHaveCount(1);
    await other.getByRole('link', { name: '19 November 2026' }).click();
    await expect(page.getByText('No new papers on this day.')).toBeVisible();
    const papers = page.getByRole('main').getByRole('heading', { level: 2 });
    await expect(papers).toHaveCount(5);
    const title = await papers.first().innerText();
    await papers.first().getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });

  test('is subscribed to by feed or by a message that is ready to be sent', async ({ page }) => {
    await page.goto('./digest/');
    await page.getByRole('link', { name: 'Get it by feed or mail' }).click();
    await expect(page.getByRole('link', { name: /digest\/feed\.xml$/ })).toBeVisible();
    const mail = page.getByRole('link', { name: 'Ask for the digest by mail' });
    await expect(mail).toHaveAttribute('href', /^mailto:keeper@shelf\.example\?subject=Subscribe/);
    await page.getByRole('main').getByRole('link', { name: 'feeds' }).click();
    const row = page.getByRole('row', { name: 'Daily digest' });
    await expect(row.getByRole('link', { name: 'Atom' })).toHaveAttribute(
      'href',
      '/digest/feed.xml',
    );
  });
});

test('a paper of a digest is kept in the reading list from there', async ({ page }) => {
  await page.goto('./digest/2026-11-23/');
  await page.getByRole('button', { name: 'Add to reading list' }).first().click();
  await page.goto('./list/');
  await expect(page.locator('reading-list li[data-key]')).toHaveCount(1);
});
