import { Parser } from 'htmlparser2';

// what publishers set within titles and abstracts; any other tag is what its author wrote about, and stays
const INLINE =
  'i|b|em|strong|u|sub|sup|sc|scp|span|small|tt|code|font|a|italic|bold|monospace|inline-formula|tex-math|alternatives|formula';
const BLOCK = 'p|div|br|hr|li|ul|ol|sec|title|abstract|list|list-item|h[1-6]|disp-formula';
// nothing but attributes: `$a<b and c>d$` is no tag
const REST = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*\/?`;

// a heading that says no more than what follows
const HEADING = /<(jats:title|title|h[1-6])>\s*(?:abstract|summary)\s*[.:]?\s*<\/\1>/gi;
const BLOCK_TAG = new RegExp(String.raw`</?(?:jats:)?(?:${BLOCK})${REST}>`, 'gi');
const INLINE_TAG = new RegExp(
  String.raw`</?(?:(?:jats:)?(?:${INLINE})|(?:mml:)?(?:math|m(?:i|n|o|row|sup|sub|subsup|frac|sqrt|text|over|under|stack|style|space|fenced|table|tr|td))|mml:[\w-]+)${REST}>`,
  'gi',
);
const COMMENT = /<!--[^<>]*-->/g;

/** Text in which `&lt;`, `&eacute;` and `&#39;` stand for what they name. */
const decodeEntities = (text: string): string => {
  if (!text.includes('&')) return text;
  let decoded = '';
  // without tags all is text to the parser
  const parser = new Parser({ ontext: (part) => (decoded += part) }, { decodeEntities: true });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
};

/**
 * The words of a text in which some of HTML, JATS or MathML is left, as exports have it: tags of type and of
 * formulas go, blocks become paragraphs, entities what they name. Whatever else looks like a tag stays, for
 * `a < b` and `<script>` may be what a paper is about; it is never markup here.
 * @example htmlToText('H<sub>2</sub>O &amp; <i>E. coli</i>') // 'H2O & E. coli'
 */
export const htmlToText = (html: string): string =>
  decodeEntities(
    html
      .replace(COMMENT, '')
      .replace(HEADING, '')
      .replace(BLOCK_TAG, '\n\n')
      .replace(INLINE_TAG, ''),
  ).trim();

/** The same for a title, which has no paragraphs. */
export const htmlToLine = (html: string): string => htmlToText(html).replace(/\s+/g, ' ');
