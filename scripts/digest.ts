import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrors, quote, type Problem } from '../src/domain/problem.ts';
import { failureCode } from '../src/entries/text-files.ts';
import { resolvePath, runCommand, shownPath, UsageError } from './lib/cli.ts';
import { messageKey, toMessage, type DigestPost } from './lib/digest-message.ts';
import { loadPost } from './lib/digest-post.ts';
import { startPace } from './lib/pace.ts';
import { readDay } from './lib/read-day.ts';
import { readRecipients, type ReadRecipients } from './lib/recipients.ts';
import { claim } from './lib/run-lock.ts';
import { sendDigest } from './lib/send-digest.ts';
import { openSendState } from './lib/send-state.ts';
import { sendMessage } from './lib/smtp-send.ts';
import { isLoopback, parseSmtpUrl, type SmtpServer } from './lib/smtp-server-url.ts';
import { writeWholeFile } from '../src/entries/whole-files.ts';

const PER_MINUTE = 60;

const usage = `
npm run digest -- [--date D] [--topic T] --out FILE.eml [--content DIR]
npm run digest -- [--date D] [--topic T] --smtp URL --to FILE [--per-minute N] [--state FILE] [--content DIR]

Writes the digest of a day as a mail, or sends it: the papers added on that day, or five from the collection.

  --date D        the day, YYYY-MM-DD (else today in UTC)
  --topic T       only papers of the topic with this id
  --out FILE.eml  writes the mail, addressed to the site's own address
  --smtp URL      sends it: smtp://user:password@host:587 or smtps://… (else SMTP_URL, which no list of
                  processes shows)
  --to FILE       recipients, one a line: reader@example.org or Reader <reader@example.org>
  --per-minute N  sends at most N mails a minute (else ${PER_MINUTE})
  --state FILE    what was sent (else the name of the recipients' file with .sent.jsonl after it)
  --content DIR   the folder of the collection (else CONTENT_DIR, else content)

Run it again when it was cut off: who has the mail does not get it twice, but for the one whose mail the server
was taking, and it says so. A day is sent once; the address of the site is that of site.md or SITE_URL.

Exit status: 0 fine, 1 an address, the server or the content has problems (all others are served), 2 wrong usage.
`;

const options = {
  date: { type: 'string' },
  topic: { type: 'string' },
  out: { type: 'string' },
  smtp: { type: 'string' },
  to: { type: 'string' },
  state: { type: 'string' },
  'per-minute': { type: 'string' },
} as const;

/** Seconds before a server is asked again. */
const REST = { line: 2, putOff: 60 } as const;

const today = (): string => new Date().toISOString().slice(0, 10);

const readPerMinute = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new UsageError(`Expected --per-minute as a number from 1 on, not ${quote(text)}.`);
  return Number(text);
};

type Sending = {
  readonly server: SmtpServer;
  readonly to: string;
  readonly state: string;
  readonly perMinute: number;
};
type Values = Readonly<Partial<Record<keyof typeof options, string>>>;

/** What is asked for: a file, or mails to people. */
const readTarget = (values: Values): { readonly out: string } | Sending => {
  const { out, smtp, to, state = `${to}.sent.jsonl`, 'per-minute': pace } = values;
  const ofSending = [smtp, to, values.state, pace];
  if (out !== undefined) {
    if (ofSending.some((flag) => flag !== undefined))
      throw new UsageError('Expected either --out FILE.eml or --smtp URL --to FILE.');
    return { out };
  }
  const url = smtp ?? process.env['SMTP_URL'] ?? '';
  if (to === undefined || url === '')
    throw new UsageError('Expected --out FILE.eml, or --smtp URL and --to FILE.');
  const perMinute = pace === undefined ? PER_MINUTE : readPerMinute(pace);
  return { server: parseSmtpUrl(url), to, state, perMinute };
};

const unusable = (file: string, cause: unknown, wanted: string): Problem => ({
  severity: 'error',
  file,
  found: `a file that cannot be used (${failureCode(cause)})`,
  wanted,
  hint: 'Check its name, its folder and who may use it.',
});

const writeMail = async (post: DigestPost, out: string): Promise<readonly Problem[]> => {
  const path = resolvePath(out);
  try {
    await writeWholeFile(path, await toMessage(post, post.from));
  } catch (cause) {
    return [unusable(shownPath(path), cause, 'a place for the mail')];
  }
  console.log(`${post.mail.subject}: written to ${shownPath(path)}`);
  return [];
};

const describe = (sent: number, had: number): string =>
  `${sent} sent${had === 0 ? '' : `, ${had} had it already`}`;

const busy = (file: string): Problem => ({
  severity: 'error',
  file,
  found: 'another run that is sending',
  wanted: 'one at a time',
  hint: 'Wait until it ends. Run it again after that: who has the mail does not get it twice.',
});

/** Sends to all who have not got it, and keeps what was sent at `statePath`. */
const sendTo = async (
  { recipients, problems }: ReadRecipients,
  file: string,
  post: DigestPost,
  { server, perMinute }: Sending,
  statePath: string,
): Promise<readonly Problem[]> => {
  const state = await openSendState(statePath, shownPath(statePath), post.date);
  try {
    const report = await sendDigest({
      mailings: recipients.map((recipient) => ({ recipient, key: messageKey(post, recipient) })),
      state,
      deliver: async (recipient, onBegin) => {
        const message = await toMessage(post, recipient);
        const envelope = { from: post.from.address, to: recipient.address, message };
        return sendMessage(server, envelope, onBegin);
      },
      takeTurn: startPace(perMinute),
      rest: (after) => sleep(REST[after] * 1000),
      file,
    });
    console.log(`${post.mail.subject}: ${describe(report.sent, report.had)}`);
    return [...problems, ...state.problems, ...report.problems];
  } finally {
    await state.close();
  }
};

const sendMails = async (post: DigestPost, sending: Sending): Promise<readonly Problem[]> => {
  const [listPath, statePath] = [resolvePath(sending.to), resolvePath(sending.state)];
  const file = shownPath(listPath);
  let text: string;
  try {
    text = await readFile(listPath, 'utf8');
  } catch (cause) {
    return [unusable(file, cause, 'recipients, one a line')];
  }
  const release = await claim(statePath);
  if (release === undefined) return [busy(shownPath(statePath))];
  try {
    return await sendTo(readRecipients(text, file), file, post, sending, statePath);
  } finally {
    await release();
  }
};

await runCommand({ usage, options }, async ({ values, contentDir }) => {
  const { date = today(), topic } = values;
  const target = readTarget(values);
  const isTrial = 'out' in target || isLoopback(target.server);
  const { post, problems } = await loadPost({
    contentDir,
    date: readDay(date, '--date'),
    topic,
    isTrial,
  });
  if (post === undefined || hasErrors(problems)) return problems;
  const more = 'out' in target ? await writeMail(post, target.out) : await sendMails(post, target);
  return [...problems, ...more];
});
