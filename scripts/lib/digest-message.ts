import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { DigestMail } from '../../src/domain/digest-mail.ts';
import { digestMailToHtml } from '../../src/domain/digest-mail-html.ts';
import { digestMailToText } from '../../src/domain/digest-mail-text.ts';

/** Whom a mail goes to. */
export type Mailbox = { readonly name: string; readonly address: string };

/** A digest on its way: what all its mails have in common. */
export type DigestPost = {
  readonly mail: DigestMail;
  readonly from: Mailbox;
  readonly date: string;
  /** the id of its topic, when it is of one */
  readonly topic?: string | undefined;
  /** where the site is, base path included */
  readonly siteUrl: string;
  /** the page where digests are kept */
  readonly archive: string;
};

/** Hex digits of a key: many enough for all mails ever, few enough for a header's line. */
const KEY_LENGTH = 40;
/** A longer boundary would be cut in pieces that old mail programs do not put together. */
const BOUNDARY_LENGTH = 20;

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, KEY_LENGTH);

/**
 * Names the mail of a digest to a recipient, always by the same name: neither what the digest says nor when it
 * is sent is part of it, so that a run that was cut off knows whom it served even when a word was mended since.
 */
export const messageKey = (
  { siteUrl, date, topic = '' }: Pick<DigestPost, 'siteUrl' | 'date' | 'topic'>,
  { address }: Mailbox,
): string => hashOf([siteUrl, date, topic, address.toLowerCase()]);

/** A name below that of the host, the narrowest first: `digest.papers.example.org`. */
const listIdOf = ({ siteUrl, topic }: DigestPost): string => {
  const { hostname, pathname } = new URL(siteUrl);
  const folders = pathname
    .split('/')
    .filter((part) => part !== '')
    .toReversed()
    .map((part) => part.replace(/[^A-Za-z0-9-]+/g, '-'));
  return [topic, 'digest', ...folders, hostname].filter((part) => part !== undefined).join('.');
};

/** Writes the messages of a digest: the same bytes for the same digest and recipient. */
const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** A digest to one recipient as a message by RFC 5322. */
export const toMessage = async (post: DigestPost, to: Mailbox): Promise<Buffer> => {
  const { mail, from, date } = post;
  const key = messageKey(post, to);
  const { message } = await writer.sendMail({
    from: { ...from },
    to: { ...to },
    subject: mail.subject,
    date: new Date(`${date}T00:00:00Z`),
    messageId: `<${key}@${new URL(post.siteUrl).hostname}>`,
    list: {
      id: { url: listIdOf(post), comment: mail.siteTitle },
      unsubscribe: mail.unsubscribe,
      archive: post.archive,
    },
    // says to programs that answer by themselves that they need not
    headers: { 'Auto-Submitted': 'auto-generated' },
    xMailer: false,
    text: digestMailToText(mail),
    html: digestMailToHtml(mail),
    textEncoding: 'quoted-printable',
    encoding: 'quoted-printable',
    baseBoundary: key.slice(0, BOUNDARY_LENGTH),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(message)) throw new TypeError('Expected the message as bytes.');
  return message;
};
