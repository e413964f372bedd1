import { describe, expect, test } from 'vitest';
import { containerPhrases, doiUrl, licenceUrl, versionPhrases, versionUrl } from './publication.ts';

test.each([
  [{ name: 'Journal of Light' }, 'Journal of Light'],
  [
    { name: 'Journal of Light', volume: '3', issue: '2', pages: '10-20', publisher: 'Lamp' },
    'Journal of Light, volume 3, issue 2, pages 10–20, Lamp',
  ],
  [{ name: 'Light', pages: 'e17' }, 'Light, page e17'],
])('writes %j as %j', (container, text) =>
  expect(containerPhrases(container).join(', ')).toBe(text),
);

test.each([
  ['10.1000/182', 'https://doi.org/10.1000/182'],
  [
    '10.1002/(SICI)1096<1::AID>3.0.CO;2-#',
    'https://doi.org/10.1002/(SICI)1096%3C1%3A%3AAID%3E3.0.CO%3B2-%23',
  ],
])('makes an address of the DOI %s that keeps its meaning', (doi, url) => {
  expect(doiUrl(doi)).toBe(url);
  expect(decodeURIComponent(new URL(url).pathname.slice(1))).toBe(doi);
});

describe('a version', () => {
  test.each([
    [{ doi: '10.1000/182', arxiv: '2403.10020' }, 'https://doi.org/10.1000/182', '10.1000/182'],
    [{ arxiv: '2403.10020', note: 'Preprint' }, 'https://arxiv.org/abs/2403.10020', 'Preprint'],
    [{ arxiv: '2403.10020' }, 'https://arxiv.org/abs/2403.10020', 'arXiv:2403.10020'],
    [{ url: 'https://x.example/', date: '2024-05' }, 'https://x.example/', 'May 2024'],
    [{}, undefined, 'Another version'],
  ])('%j leads to %s and reads %j', (version, url, text) => {
    expect(versionUrl(version)).toBe(url);
    expect(versionPhrases(version).join(', ')).toBe(text);
  });
});

test.each([
  ['CC-BY-4.0', 'https://spdx.org/licenses/CC-BY-4.0.html'],
  ['https://x.example/licence', 'https://x.example/licence'],
  ['All rights reserved', undefined],
])('tells about the licence %s at %s', (licence, url) => expect(licenceUrl(licence)).toBe(url));
