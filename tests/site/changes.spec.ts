import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const day = (page: Page, name: string) =>
  page
    .getByRole('region', { name, exact: true })
    .or(page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) }));

test.describe('the changes of a collection with days', () => {
  test.use({ site: 'fixture' });

  test('are found from home and from the foot of every page', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'All additions and corrections' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes');
    await page.goto('./topics/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Changes' }).click();
    await expect(page).toHaveURL(/\/changes\/$/);
  });

  test('stand by day, the newest first, with notices, their kind, day, words and link', async ({
    page,
  }) => {
    await page.goto('./changes/');
    const days = await page
      .locator('h2 time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual(days.toSorted().toReversed());
    const november = day(page, '5 November 2026').first();
    await expect(november).toContainText('5 papers added, 2 notices');
    const retraction = november.getByRole('listitem').filter({ hasText: 'Retraction' });
    await expect(retraction).toContainText('of 2 November 2010');
    await expect(retraction).toContainText('The bell was never rung during the observations');
    await expect(retraction.getByRole('link', { name: 'Read the notice' })).toHaveAttribute(
      'href',
      'https://notices.example/stc.2009.140',
    );
    await retraction.getByRole('link', { name: 'Do Bees Keep Time by the Church Bell?' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Do Bees Keep Time by the Church Bell?',
    );
  });

  test('tell of papers without a day, and of withdrawn ones with the reason', async ({ page }) => {
    await page.goto('./changes/');
    await expect(page.getByText('2 more papers do not tell when they were added')).toBeVisible();
    const gone = day(page, 'Withdrawn').first().getByRole('listitem');
    await expect(gone).toHaveCount(2);
    await expect(gone.first()).toContainText(
      'Withdrawn at the request of <the publisher> & the bees. Added on 5 November 2026.',
    );
  });

  test('have a feed that is named on their page and among the feeds', async ({ page }) => {
    await page.goto('./changes/');
    const own = page.locator('head link[type="application/atom+xml"]');
    await expect(own.nth(1)).toHaveAttribute('href', '/changes/feed.xml');
    await page.goto('./feeds/');
    await expect(page.getByRole('link', { name: 'Changes: Atom' })).toHaveAttribute(
      'href',
      '/changes/feed.xml',
    );
  });
});
