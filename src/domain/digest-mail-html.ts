import type { DigestMail, MailItem, MailPiece } from './digest-mail.ts';
import { escapeText } from './escape-text.ts';

/**
 * Mail programs know tables and inline styles, and few of them more. So every colour stands where it is used,
 * text and ground together; the style sheet adds the dark ones for programs that understand it, and those that
 * turn colours around by themselves are told that there is no need.
 */
const LIGHT = {
  paper: '#fbf8f2',
  text: '#211e1a',
  muted: '#635b50',
  rule: '#e0d8c8',
  accent: '#9c3416',
};
const DARK: typeof LIGHT = {
  paper: '#191714',
  text: '#ece5d8',
  muted: '#b0a595',
  rule: '#3b352d',
  accent: '#f2a274',
};

const SERIF = "Charter, 'Iowan Old Style', Georgia, serif";
const SANS = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

type Ink = keyof typeof LIGHT;
type Palette = Readonly<Record<Ink, string>>;

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** Class and inline style: the class for the dark, the style for all others. */
const paint = (ink: Ink, css: string, colours: Palette, classes: string = ink): string =>
  `class="${classes}" style="color:${colours[ink]};${escapeAttribute(css)}"`;

const font = (family: string, size: number, line: number, more = ''): string =>
  `font-family:${family};font-size:${size}px;line-height:${line}px;${more}`;

const darkRules = (colours: Palette, prefix: string): string =>
  [
    `${prefix}.paper{background-color:${colours.paper}!important}`,
    ...(['text', 'muted', 'accent'] as const).map(
      (ink) => `${prefix}.${ink}{color:${colours[ink]}!important}`,
    ),
    `${prefix}.rule{border-color:${colours.rule}!important}`,
  ].join('');

const linkTo = (href: string, html: string, style: string): string =>
  `<a href="${escapeAttribute(href)}" ${style}>${html}</a>`;

const piecesToMail = (pieces: readonly MailPiece[], colours: Palette): string =>
  pieces
    .map(({ text, isStrong }) =>
      isStrong
        ? `<strong ${paint('accent', '', colours)}>${escapeText(text)}</strong>`
        : escapeText(text),
    )
    .join('');

const langOf = ({ lang }: MailItem): string =>
  lang === undefined ? '' : ` lang="${escapeAttribute(lang)}"`;

const rowOf = (cell: string, colours: Palette): string =>
  `<tr><td class="rule" style="padding:20px 0;border-top:1px solid ${colours.rule};">${cell}</td></tr>`;

const itemToHtml = (item: MailItem, colours: Palette): string => {
  const { title, href, by, topic, lead, figures } = item;
  const own = `${langOf(item)} dir="auto"`;
  const body = font(SERIF, 16, 25, 'margin:0 0 8px;');
  const small = (margin: string) => font(SANS, 14, 20, `margin:${margin};`);
  const barred = `${body}padding-left:12px;border-left:3px solid ${colours.rule};`;
  const bare = paint('text', 'text-decoration:none;', colours);
  const parts = [
    `<h2${own} ${paint('text', font(SERIF, 19, 25, 'font-weight:600;margin:0 0 6px;'), colours)}>${linkTo(href, escapeText(title), bare)}</h2>`,
    by && `<p ${paint('muted', small('0 0 8px'), colours)}>${escapeText(by)}</p>`,
    lead.length > 0 &&
      `<p${own} ${paint('text', body, colours)}>${piecesToMail(lead, colours)}</p>`,
    ...figures.map(
      (figure) =>
        `<p${own} ${paint('text', barred, colours, 'text rule')}>${piecesToMail(figure, colours)}</p>`,
    ),
    topic &&
      `<p ${paint('muted', small('0'), colours)}>${linkTo(topic.href, escapeText(topic.name), paint('accent', '', colours))}</p>`,
  ];
  return rowOf(parts.filter(Boolean).join('\n'), colours);
};

const headOf = ({ subject }: DigestMail, dark: Palette): string => `<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeText(subject)}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${darkRules(dark, '')}}
${darkRules(dark, '[data-ogsc] ')}
</style>
</head>`;

const openingOf = (mail: DigestMail, colours: Palette): string => {
  const site = linkTo(
    mail.siteHref,
    escapeText(mail.siteTitle),
    paint('accent', 'text-decoration:none;', colours),
  );
  return `<tr><td style="padding:0 0 20px;">
<p ${paint('muted', font(SANS, 14, 20, 'margin:0 0 8px;'), colours)}>${site}</p>
<h1 ${paint('text', font(SERIF, 26, 32, 'font-weight:600;margin:0 0 8px;'), colours)}>${escapeText(mail.heading)}</h1>
<p ${paint('muted', font(SANS, 17, 24, 'margin:0;'), colours)}>${escapeText(mail.lede)}</p>
</td></tr>`;
};

const restOf = ({ rest }: DigestMail, colours: Palette): string => {
  if (rest === undefined) return '';
  const link = linkTo(rest.href, escapeText(rest.text), paint('accent', '', colours));
  return rowOf(
    `<p ${paint('text', font(SANS, 16, 24, 'margin:0;'), colours)}>${link}</p>`,
    colours,
  );
};

const closingOf = ({ reason, unsubscribe }: DigestMail, colours: Palette): string => {
  const link = linkTo(unsubscribe, 'Unsubscribe', paint('accent', '', colours));
  return rowOf(
    `<p ${paint('muted', font(SANS, 13, 19, 'margin:0;'), colours)}>${escapeText(reason)} ${link}</p>`,
    colours,
  );
};

/** A digest as the HTML of a mail: a table in the middle, no picture, nothing that is loaded. */
export const digestMailToHtml = (mail: DigestMail): string => {
  const colours = { ...LIGHT, accent: mail.colours?.light ?? LIGHT.accent };
  const dark = { ...DARK, accent: mail.colours?.dark ?? DARK.accent };
  const ground = `class="paper" style="background-color:${colours.paper};"`;
  const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
  const rows = [
    openingOf(mail, colours),
    ...mail.items.map((item) => itemToHtml(item, colours)),
    restOf(mail, colours),
    closingOf(mail, colours),
  ].filter((row) => row !== '');
  return `<!doctype html>
<html lang="${escapeAttribute(mail.language)}">
${headOf(mail, dark)}
<body class="paper" style="margin:0;padding:0;background-color:${colours.paper};">
<table ${table} width="100%" ${ground}><tr><td align="center" style="padding:24px 16px;">
<table ${table} width="600" style="width:100%;max-width:600px;text-align:left;">
${rows.join('\n')}
</table>
</td></tr></table>
</body>
</html>
`;
};
