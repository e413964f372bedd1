import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { openSearchXml } from './open-search.ts';

const ADDRESSES = {
  search: 'https://x.example/a/search/',
  self: 'https://x.example/a/opensearch.xml',
  icon: 'https://x.example/a/favicon.svg',
};

test('names are cut to what the format allows, and no sign in them is markup', () => {
  const title = 'Papers <on> bees & tides, and on whatever else the sea brings in';
  const site = { title, description: 'a < b\u0001 & c'.repeat(200), language: 'en' };
  const $ = load(openSearchXml({ site, ...ADDRESSES }), { xml: true });
  const description = $('Description').text();
  expect($('ShortName').text()).toBe('Papers <on>…');
  expect($('LongName').text()).toBe('Papers <on> bees & tides, and on whatever else…');
  expect([...description].length).toBeLessThanOrEqual(1024);
  expect(description).toMatch(/^a < b & c/);
});
