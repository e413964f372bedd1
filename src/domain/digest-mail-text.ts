import type { DigestMail, MailItem, MailPiece } from './digest-mail.ts';

/** What mail programs show without wrapping lines by themselves. */
const WIDTH = 72;
const RULE = '-'.repeat(WIDTH);

/** Breaks a text into lines that are no longer than they must be; a long word has its own. */
export const wrapText = (text: string, first = '', indent = first): string => {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      [line, isEmpty] = [indent, true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
};

const plain = (pieces: readonly MailPiece[]): string => pieces.map(({ text }) => text).join('');

const itemToText = (item: MailItem, at: number): string => {
  const mark = `${at + 1}. `;
  const indent = ' '.repeat(mark.length);
  const { title, by, topic, lead, figures, href } = item;
  return [
    wrapText(title, mark, indent),
    ...(by === '' ? [] : [wrapText(by, indent)]),
    ...(topic === undefined ? [] : [wrapText(topic.name, indent)]),
    ...(lead.length === 0 ? [] : ['', wrapText(plain(lead), indent)]),
    ...figures.map((figure) => wrapText(plain(figure), `${indent}* `, `${indent}  `)),
    `${indent}${href}`,
  ].join('\n');
};

/** A digest as plain text. */
export const digestMailToText = (mail: DigestMail): string => {
  const { siteTitle, siteHref, heading, lede, items, rest, reason, unsubscribe } = mail;
  const blocks = [
    `${siteTitle}\n${heading}`,
    wrapText(lede),
    ...items.map(itemToText),
    ...(rest === undefined ? [] : [`${rest.text}:\n${rest.href}`]),
    `${RULE}\n${wrapText(reason)}\nUnsubscribe: ${unsubscribe}\n${siteTitle}: ${siteHref}`,
  ];
  return `${blocks.join('\n\n')}\n`;
};
