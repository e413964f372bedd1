import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { z } from 'zod';
import { lineSchema } from '../../src/domain/fields.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import type { Mailbox } from './digest-message.ts';

/** Somebody who gets the digest, and the line that says so. */
export type Recipient = Mailbox & { readonly line: number };

export type ReadRecipients = {
  readonly recipients: readonly Recipient[];
  readonly problems: readonly Problem[];
};

const addressSchema = z.email().max(254);

/** The domain in the letters that mail hosts agree on. */
const toAscii = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
};

/** One mailbox; undefined when the text is none, or several. */
const parseMailbox = (text: string): Mailbox | undefined => {
  const signs = text.replace(/"[^"]*"/g, '').match(/@/g) ?? [];
  // of two addresses side by side the parser takes one for a remark
  if (!lineSchema.safeParse(text).success || signs.length !== 1) return undefined;
  const [mailbox, ...others] = addressparser(text);
  if (mailbox?.address === undefined || others.length > 0) return undefined;
  const address = addressSchema.safeParse(toAscii(mailbox.address));
  return address.success ? { name: mailbox.name, address: address.data } : undefined;
};

const badAddress = (file: string, line: number, text: string): Problem => ({
  severity: 'error',
  file,
  line,
  found: quote(text),
  wanted: 'a mail address, such as reader@example.org or Reader <reader@example.org>',
  hint: 'Nothing was sent there. Mend the line or take it out; one address a line.',
});

const repeatedAddress = (file: string, line: number, text: string, first: number): Problem => ({
  severity: 'warning',
  file,
  line,
  found: `${quote(text)}, as on line ${first}`,
  wanted: 'each address once',
  hint: 'It gets one mail. Take one of the lines out.',
});

/** Reads one recipient a line; empty lines and lines that begin with # say nothing. */
export const readRecipients = (text: string, file: string): ReadRecipients => {
  const byAddress = new Map<string, Recipient>();
  const problems: Problem[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  for (const [at, raw] of lines.entries()) {
    const typed = raw.trim();
    if (typed === '' || typed.startsWith('#')) continue;
    const mailbox = parseMailbox(typed);
    const known = mailbox && byAddress.get(mailbox.address.toLowerCase());
    if (mailbox === undefined) problems.push(badAddress(file, at + 1, typed));
    else if (known !== undefined) problems.push(repeatedAddress(file, at + 1, typed, known.line));
    else byAddress.set(mailbox.address.toLowerCase(), { ...mailbox, line: at + 1 });
  }
  return { recipients: [...byAddress.values()], problems };
};
