import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToLine, htmlToText } from './html-text.ts';

test.each([
  ['H<sub>2</sub>O &amp; <i>E. coli</i>', 'H2O & E. coli'],
  ['<scp>PARP</scp>&ndash;1 &lt; 2&#39;s &eacute;t&#xe9;', "PARP–1 < 2's été"],
  [
    '<jats:title>Abstract</jats:title><jats:p>One <jats:italic>two</jats:italic>.</jats:p>',
    'One two.',
  ],
  ['<p>One.</p><p>Two.</p>', 'One.\n\n\n\nTwo.'],
  ['x<mml:math xmlns:mml="http://a.example"><mml:mi>y</mml:mi></mml:math>z', 'xyz'],
  ['<math><msup><mi>n</mi><mn>2</mn></msup></math>', 'n2'],
  ['a<br/>b', 'a\n\nb'],
  ['<!-- note -->a', 'a'],
  ['<h4>Abstract:</h4> a', 'a'],
  // what is no markup of type
  ['$a<b and c>d$, i <i and j> k, <p a>', '$a<b and c>d$, i <i and j> k, <p a>'],
  ['from <s> to </s>', 'from <s> to </s>'],
  ['<a href="https://a.example/?b=c" rel=x>A</a><br />B', 'A\n\nB'],
  ['if a < b and c > d', 'if a < b and c > d'],
  ['The <script> element', 'The <script> element'],
  ['AT&amp;T and the <script> element', 'AT&T and the <script> element'],
  ['Map<String, List<int>>', 'Map<String, List<int>>'],
  ['AT&T, R&D and &nosuchthing;', 'AT&T, R&D and &nosuchthing;'],
  // once only: a paper may be about entities
  ['&amp;lt;', '&lt;'],
])('makes %j into %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test('makes a title one line', () => {
  expect(htmlToLine('A<br>\n <b>Title</b>')).toBe('A Title');
});

test('leaves text without markup as it is', () => {
  const words = fc.stringMatching(/^[a-z0-9 .,;()>é𝔸-]*$/u);
  fc.assert(
    fc.property(words, (text) => {
      expect(htmlToText(text)).toBe(text.trim());
    }),
  );
});

test.each([
  '<',
  '&',
  '<p',
  '<p>',
  '<i>x</i>',
  '&amp;',
  '<!--',
  '<mml:',
  '<p '.repeat(3),
  '<p a=b',
  '<p a="b" ',
  '<i  ',
])('reads megabytes of %j in time', (part) => {
  const read = (size: number) => htmlToText(part.repeat(size / part.length));
  expect(read).toTakeTimeInProportion(2_000_000);
});
