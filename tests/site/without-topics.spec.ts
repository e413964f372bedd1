import { expect, test } from './fixtures.ts';

test.use({ site: 'plain' });

test('a collection without topics is browsed by authors, venues, years, concepts and title', async ({
  page,
}) => {
  await page.goto('./');
  const site = page.getByRole('navigation', { name: 'Site' });
  await expect(site.getByRole('link').first()).toHaveText('Authors');
  await expect(site.getByRole('link')).toHaveCount(5);
  await expect(page.getByRole('navigation', { name: 'Ways in' }).getByRole('link')).toHaveText([
    '8 papers, A to Z',
    'Authors',
    'Venues',
    'Years',
    'Map of all papers',
    '1 concept',
  ]);
  await expect(page.getByRole('region', { name: 'Authors with the most papers' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Newly added papers' })).toBeVisible();
});

test('its search offers no topics, and finds papers', async ({ page }) => {
  await page.goto('./search/?q=kites');
  await expect(page.getByRole('heading', { name: /^\d papers/ })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Author' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Topic' })).toBeHidden();
});

test('its map and its comparison say nothing of topics', async ({ page }) => {
  await page.goto('./map/');
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/topic/i, { useInnerText: true });
  await page.goto('./compare/?p=kites-at-night&p=tails-that-calm-a-kite');
  await expect(page.getByRole('heading', { name: 'In common' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/topic/i, { useInnerText: true });
});

test('its papers lead on by title, and its notices to authors', async ({ page }) => {
  await page.goto('./papers/kites-at-night/');
  await page.getByRole('navigation', { name: 'Papers by title' }).getByText('Next').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Knots That Hold When Wet');
  await page.goto('./papers/kites-that-talk/');
  await expect(page.getByRole('main').getByRole('link', { name: 'author' })).toBeVisible();
});
