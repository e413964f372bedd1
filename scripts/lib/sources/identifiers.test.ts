import { expect, test } from 'vitest';
import { arxivIn, toArxiv, toDoi, toOrcid } from './identifiers.ts';

test.each([
  ['10.1000/182', '10.1000/182'],
  [' https://doi.org/10.1000/182 ', '10.1000/182'],
  ['http://dx.doi.org/10.1000/a%28b%29', '10.1000/a(b)'],
  ['doi:10.1000/182', '10.1000/182'],
  ['DOI: 10.1000/182.', '10.1000/182'],
  ['10.1000/a%28', '10.1000/a%28'],
  ['doi.org/10.1000/182', '10.1000/182'],
  ['to appear', 'to appear'],
  ['https://doi.org/10.1000/%E0%A4%A', '10.1000/%E0%A4%A'],
])('the DOI in %j is %j', (text, doi) => {
  expect(toDoi(text)).toBe(doi);
  expect(toDoi(doi)).toBe(doi);
});

test.each([
  ['2403.10020', '2403.10020'],
  ['2403.10020v12', '2403.10020'],
  ['arXiv:2403.10020v1 [cs.CL]', '2403.10020'],
  ['arXiv: 2403.10020', '2403.10020'],
  ['https://arxiv.org/abs/2403.10020v2', '2403.10020'],
  ['http://www.arxiv.org/pdf/2403.10020v2.pdf', '2403.10020'],
  ['https://arxiv.org/abs/math/0309136v1', 'math/0309136'],
  ['math.gt/0309136', 'math.GT/0309136'],
  ['https://doi.org/10.48550/arXiv.2403.10020', '2403.10020'],
  ['submitted', 'submitted'],
])('the arXiv id in %j is %j', (text, id) => {
  expect(toArxiv(text)).toBe(id);
  expect(toArxiv(id)).toBe(id);
});

test('finds no arXiv id in what does not speak of arXiv', () => {
  expect(arxivIn('2403.10020')).toBeUndefined();
  expect(arxivIn('https://arxiv.org/list/cs.CL/recent')).toBeUndefined();
  expect(arxivIn(undefined)).toBeUndefined();
  expect(arxivIn('arXiv:2403.10020')).toBe('2403.10020');
});

test.each([
  ['https://orcid.org/0000-0002-1825-009x', '0000-0002-1825-009X'],
  ['0000-0002-1825-0097', '0000-0002-1825-0097'],
])('the ORCID in %j is %j', (text, orcid) => {
  expect(toOrcid(text)).toBe(orcid);
});

test('full stops in a DOI, however many, cost no time', () => {
  const withStops = (stops: number) => `10.1000/${'.'.repeat(stops)}x`;
  expect((stops: number) => toDoi(`${withStops(stops)}.;`)).toTakeTimeInProportion(200_000);
  expect(toDoi(`${withStops(200_000)}.;`)).toBe(withStops(200_000));
});
