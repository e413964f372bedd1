import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { harmlessLinks, htmlAsText } from './harmless-markdown.ts';

const show = (markdown: string): string => {
  const plugins = { mdastPlugins: [htmlAsText], hastPlugins: [harmlessLinks] };
  const result = markdownToHtml(markdown, plugins);
  return result instanceof Promise ? expect.fail('none of them waits') : result.html;
};

test.each([
  'a <script>alert(1)</script> b',
  '<iframe src="https://evil.example/"></iframe>',
  '<div onclick="alert(1)">\n\n**b**\n\n</div>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](&#106;avascript:alert(1))',
  '[e](<java\tscript:alert(1)>) <javascript:alert(1)>',
  '![a](https://evil.example/x.png) ![b](data:image/png;base64,x) ![c](//evil.example/x.png)',
])('%s does no harm', (markdown) => {
  const $ = load(show(markdown));
  expect($('script, iframe, div, img, form, [onclick], [onerror]').length).toBe(0);
  for (const element of $('[href]').toArray())
    expect($(element).attr('href')).toMatch(/^(?:https?:)?\/\//);
});

test('HTML is shown as text', () => {
  expect(load(show('a <b>c</b> & d'))('body').text().trim()).toBe('a <b>c</b> & d');
});

test('links to the web keep where they lead, and to nobody tell where from', () => {
  const $ = load(
    show('[a](https://a.example/?b=c:d) [b](/topics/) [c](#c) [d](mailto:a@b.example) [e](x/y:z)'),
  );
  const links = $('a')
    .toArray()
    .map((element) => [$(element).attr('href'), $(element).attr('rel')]);
  expect(links).toEqual([
    ['https://a.example/?b=c:d', 'noopener'],
    ['/topics/', undefined],
    ['#c', undefined],
    ['mailto:a@b.example', undefined],
    ['x/y:z', undefined],
  ]);
});
