import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abstractLinks, findAddresses } from './abstract-links.ts';

const urls = (text: string): readonly string[] => abstractLinks(text).map(({ url }) => url);
const kindOf = (text: string) => abstractLinks(text)[0]?.kind;

describe('where an address ends', () => {
  test.each([
    [
      'at https://github.com/intel/xFasterTransformer.',
      'https://github.com/intel/xFasterTransformer',
    ],
    ['at https://github.com/Lizonghang/prima.cpp.', 'https://github.com/Lizonghang/prima.cpp'],
    ['at https://github.com/a/b .', 'https://github.com/a/b'],
    ['(https://github.com/a/b).', 'https://github.com/a/b'],
    ['(see https://github.com/a/b/)', 'https://github.com/a/b/'],
    ['[https://x.org/a], and', 'https://x.org/a'],
    ['https://en.wikipedia.org/wiki/A_(b).', 'https://en.wikipedia.org/wiki/A_(b)'],
    ['https://github.com/wilyub/VeriThoughts{this URL}.', 'https://github.com/wilyub/VeriThoughts'],
    ['https://x.org/large_margin}', 'https://x.org/large_margin'],
    ['“https://x.org/a”', 'https://x.org/a'],
    ['<https://x.org/a>', 'https://x.org/a'],
    ['https://x.org/a?b=c&d=1#e!', 'https://x.org/a?b=c&d=1#e'],
    ['https://x.org/a...', 'https://x.org/a'],
    ['代码见https://github.com/a/b。', 'https://github.com/a/b'],
    ['HTTPS://GitHub.com/A/b', 'HTTPS://GitHub.com/A/b'],
    ['at github.com/lilt/tec)', 'https://github.com/lilt/tec'],
    ['at: www.gecturk.net.', 'https://www.gecturk.net'],
    ['Website: dlr-alr.github.io/grasping/', 'https://dlr-alr.github.io/grasping/'],
  ])('%j', (text, url) => {
    expect(urls(text)).toEqual([url]);
  });

  test.each([
    'no address at all',
    'javascript:alert(1)',
    'mailto:a@github.com/b',
    'ftp://x.org/a',
    'https://',
    'http://.',
    'e.g. a/b and github.com alone',
    'notgithub.community/a',
  ])('there is none in %j', (text) => {
    expect(urls(text)).toEqual([]);
  });

  test('names the place of each in the text', () => {
    const text = 'Code (https://x.org/a), video: https://youtu.be/b.';
    expect(findAddresses(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'https://x.org/a',
      'https://youtu.be/b',
    ]);
  });
});

describe('what is found there', () => {
  test.each([
    ['https://github.com/a/b', 'code'],
    ['https://gitlab.com/a/b', 'code'],
    ['https://gitlab.inria.fr/a/b', 'code'],
    ['https://bitbucket.org/a/b', 'code'],
    ['https://codeberg.org/a/b', 'code'],
    ['https://anonymous.4open.science/r/b', 'code'],
    ['A collection of papers: https://github.com/a/Awesome-Training', 'project'],
    ['https://youtu.be/XaDCO8YtmBw', 'video'],
    ['https://www.youtube.com/watch?v=b', 'video'],
    ['https://vimeo.com/1', 'video'],
    ['https://huggingface.co/org/name', 'model'],
    ['https://huggingface.co/datasets/org/name', 'data'],
    ['https://huggingface.co/spaces/org/name', 'demo'],
    ['https://huggingface.co/papers/2403.10020', 'project'],
    ['https://huggingface.co/org', 'project'],
    ['https://zenodo.org/record/1', 'data'],
    ['https://www.kaggle.com/datasets/a/b', 'data'],
    ['Code and data: https://a.github.io/b', 'project'],
    ['Videos: https://sites.google.com/view/b', 'project'],
    ['https://arxiv.org/abs/2403.10020', 'other'],
    ['Our source code is at https://example.org/a', 'code'],
    ['Code and dataset are accessible at https://rsidea.whu.edu.cn/hyperfree.htm', 'code'],
    ['on 11 datasets.Code is accessible at https://example.org/a', 'code'],
    ['The dataset can be found at https://example.org/a', 'data'],
    ['A demo video is at https://example.org/a', 'demo'],
    ['Videos: http://bit.ly/a', 'video'],
    ['The weights are released at https://example.org/a', 'model'],
    ['To download on-device LLMs, visit https://www.nexaai.com/models.', 'model'],
    ['We train models on data. See https://example.org/a', 'project'],
    ['Project page: https://example.org/a', 'project'],
    // the words before the first address are not those of the second
    ['Code: https://example.org/a and https://example.org/b', 'code'],
  ])('%j: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test('judges every address by its own words', () => {
    const text =
      'Code is at https://x.org/a. The video is at https://x.org/b, more on https://x.org/c';
    expect(abstractLinks(text).map(({ kind }) => kind)).toEqual(['code', 'video', 'project']);
  });
});

test('names each place once, as it stands first', () => {
  const text =
    'https://github.com/a/b, http://www.github.com/A/b/ github.com/a/b.git https://github.com/a/c';
  expect(urls(text)).toEqual(['https://github.com/a/b', 'https://github.com/a/c']);
});

test('gives only addresses that stand in the text, up to their scheme', () => {
  const part = fc.constantFrom(
    'https://',
    'github.com/',
    'www.',
    'x.org',
    '(',
    ')',
    '.',
    ' ',
    '{',
    '%',
    'ü',
    '/a',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      for (const url of urls(text)) expect(text).toContain(url.replace(/^https:\/\//, ''));
    }),
  );
});

test.each([
  'http://',
  'http://a.b/)',
  'http://a.b/(',
  'www.',
  'a-',
  'a.',
  'a.github',
  'github.com/',
])('reads %j a hundred thousand times in time', (part) => {
  expect((times: number) => abstractLinks(part.repeat(times))).toTakeTimeInProportion(100_000);
});
