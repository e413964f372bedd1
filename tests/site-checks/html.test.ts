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
      // a paper's title is as long as its authors made it
      'long-title': 'off',
    },
  }),
);

const faultsOf = async (file: string, html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html);
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
