import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from './escape-text.ts';
import { titleOfPage } from './page-title.ts';

describe('titleOfPage', () => {
  it.each([
    ['<title>Kilns &amp; glaze · Lighthouses</title>', 'Kilns & glaze'],
    ['<head><title>Lighthouses</title></head>', 'Lighthouses'],
    ['<title>A · B · Lighthouses</title>', 'A · B'],
    [
      '<title>&#39;a&#x27; &lt;b&gt; &quot;c&quot; &nothing; &#x110000;</title>',
      `'a' <b> "c" &nothing; &#x110000;`,
    ],
    ['<p>none</p>', undefined],
    ['', undefined],
  ])('reads %j', (html, title) => {
    expect(titleOfPage(html)).toBe(title);
  });

  it('reads back every title that a page can have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const html = `<title>${escapeText(title)} · Site</title>`;
        expect(titleOfPage(html)).toBe(title.trim());
      }),
    );
  });
});
