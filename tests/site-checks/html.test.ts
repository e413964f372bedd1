import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { TEST_SITE_NAMES } from '../setup/test-sites.ts';
import { pagesOf } from './pages.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // spelling that HTML leaves open, and Astro has its own
      'doctype-style': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // all that HTML asks of an id is that it has no space
      'valid-id': ['error', { relaxed: true }],
      // boxes of one name are one question with several answers
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
      // where a list has no bullets, Safari says that it is one only when told so
      'no-redundant-role': 'off',
      // script fills what is empty and hidden; axe judges what is shown
      'empty-heading': 'off',
      // filters act when they are ticked: there is nothing to submit
      'wcag/h32': 'off',
      // a paper's title is as long as its authors made it
      'long-title': 'off',
    },
  }),
);

const INNERMOST_MOULD = /<template\b[^>]*>(?:(?!<template\b)[^])*?<\/template>/g;

/** A template is a mould for script, not a part of the page; one may hold others. */
const withoutMoulds = (html: string): string => {
  const rest = html.replace(INNERMOST_MOULD, '');
  return rest === html ? html : withoutMoulds(rest);
};

const faultsOf = async (file: string, html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(withoutMoulds(html));
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`),
  );
};

describe('the validator', () => {
  it('finds what it is there to find', async () => {
    const html = '<!doctype html><html><body><p><div id=a></div><div id=a></div></p></body></html>';
    expect((await faultsOf('x', html)).join(' ')).toMatch(/no-dup-id/);
  });
});

describe.each(TEST_SITE_NAMES)('the HTML of the site %s', (name) => {
  it('is valid on every page', async () => {
    const pages = pagesOf(name);
    expect(pages.length).toBeGreaterThan(40);
    const faults: string[] = [];
    for (const { file, html } of pages) faults.push(...(await faultsOf(file, html)));
    expect(faults.slice(0, 40)).toEqual([]);
  });
});
