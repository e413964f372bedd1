import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/domain/problem.ts';
import { messageKey } from '../../scripts/lib/digest-message.ts';
import { readRecipients } from '../../scripts/lib/recipients.ts';
import { sendDigest, type SendReport } from '../../scripts/lib/send-digest.ts';
import { openSendState } from '../../scripts/lib/send-state.ts';
import { sendMessage } from '../../scripts/lib/smtp-send.ts';
import { parseSmtpUrl } from '../../scripts/lib/smtp-server-url.ts';
import { startHost, type Reactions, type SmtpHost } from './smtp-host.ts';

const NAMES = ['ann', 'bob', 'cid', 'dee'] as const;
const addressOf = (name: string): string => `${name}@reader.example`;
const LIST = NAMES.map(addressOf).join('\n');

const POST = { siteUrl: 'https://site.example/', date: '2026-11-23', topic: undefined };
const keyOf = (address: string): string => messageKey(POST, { name: '', address });

let dir = '';
let host: SmtpHost;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sending-'));
});
afterEach(async () => {
  await host.close();
  rmSync(dir, { recursive: true });
});

/** A run of the same digest to the same people, with the state that earlier runs left. */
const run = async (server = host.url): Promise<SendReport & { rests: readonly string[] }> => {
  const { recipients } = readRecipients(LIST, 'list');
  const state = await openSendState(join(dir, 'state.jsonl'), 'state.jsonl', POST.date);
  const rests: string[] = [];
  const report = await sendDigest({
    mailings: recipients.map((recipient) => ({
      recipient,
      key: keyOf(recipient.address),
    })),
    state,
    deliver: (recipient, onBegin) =>
      sendMessage(
        parseSmtpUrl(server),
        {
          from: 'digest@site.example',
          to: recipient.address,
          message: Buffer.from(`Subject: to ${recipient.address}\r\n\r\n.a dot\r\n`),
        },
        onBegin,
      ),
    takeTurn: async () => undefined,
    rest: async (after) => {
      rests.push(after);
    },
    file: 'list',
  });
  await state.close();
  return { ...report, rests };
};

/** How often each got the mail. */
const counts = (): readonly number[] =>
  NAMES.map((name) => host.taken.filter(({ to }) => to === addressOf(name)).length);

const told = ({ problems }: SendReport): string => problems.map(formatProblem).join('\n');

/** One reaction to bob, always or at first, and all others take their mail. */
const toBob =
  (reaction: ReturnType<Reactions>, times = Infinity): Reactions =>
  (to, attempt) =>
    to === addressOf('bob') && attempt <= times ? reaction : 'takes';

describe('a run', () => {
  test('sends to all, and the next run to nobody', async () => {
    host = await startHost();
    expect(await run()).toEqual({ sent: 4, had: 0, problems: [], rests: [] });
    expect(await run()).toEqual({ sent: 0, had: 4, problems: [], rests: [] });
    expect(counts()).toEqual([1, 1, 1, 1]);
    expect(host.taken[1]?.raw).toBe('Subject: to bob@reader.example\r\n\r\n.a dot\r\n');
  });

  test.each(['refuses the recipient', 'refuses the mail'] as const)(
    'goes on when the server %s, and reports it',
    async (reaction) => {
      host = await startHost(toBob(reaction));
      const report = await run();
      expect([report.sent, counts()]).toEqual([3, [1, 0, 1, 1]]);
      expect(told(report)).toMatch(/^error: list:2\n.*bob@reader\.example.*refused.*55[04]/);
      expect((await run()).had).toBe(3);
    },
  );

  test('asks again later when the server puts somebody off', async () => {
    host = await startHost(toBob('puts the recipient off', 1));
    const report = await run();
    expect(report).toEqual({ sent: 4, had: 0, problems: [], rests: ['putOff'] });
    expect(host.taken.map(({ to }) => to)).toEqual(['ann', 'cid', 'dee', 'bob'].map(addressOf));
  });

  test('gives up on somebody who is put off again and again, and the next run serves them', async () => {
    host = await startHost(toBob('puts the recipient off', 3));
    const report = await run();
    expect([report.sent, report.rests.length]).toEqual([3, 2]);
    expect(told(report)).toMatch(/^error: list:2\n.*put off.*451/);
    expect(await run()).toMatchObject({ sent: 1, had: 3, problems: [] });
    expect(counts()).toEqual([1, 1, 1, 1]);
  });

  test.each(['hangs up before the mail', 'goes away'] as const)(
    'takes another line when the server %s, and repeats nothing',
    async (reaction) => {
      host = await startHost(toBob(reaction, 1));
      expect(await run()).toEqual({ sent: 4, had: 0, problems: [], rests: ['line'] });
      expect(counts()).toEqual([1, 1, 1, 1]);
    },
  );

  test('repeats a mail that the server may have, and says so', async () => {
    host = await startHost(toBob('hangs up after the mail', 1));
    const report = await run();
    expect(report).toMatchObject({ sent: 4, had: 0, rests: ['line'] });
    expect(told(report)).toMatch(/^warning: list:2\n.*bob@reader\.example.*may have taken/);
    expect(counts()).toEqual([1, 2, 1, 1]);
  });

  test('knows that a mail which the server refused has not arrived', async () => {
    host = await startHost(toBob('refuses the mail', 1));
    await run();
    expect(await run()).toMatchObject({ sent: 1, had: 3, problems: [] });
  });

  test('leaves nobody out when the line breaks in the middle of a mail', async () => {
    host = await startHost(toBob('hangs up in the mail', 1));
    expect((await run()).sent).toBe(4);
    expect(counts()).toEqual([1, 1, 1, 1]);
  });

  test('ends when the line breaks twice, and the next run goes on there', async () => {
    host = await startHost(toBob('hangs up after the mail', 2));
    const report = await run();
    expect([report.sent, counts()]).toEqual([1, [1, 2, 0, 0]]);
    expect(told(report)).toMatch(/^error: list:2\n.*cannot be used[^]*3 wait/);
    const next = await run();
    expect([next.sent, next.had, counts()]).toEqual([3, 1, [1, 3, 1, 1]]);
    expect(told(next)).toMatch(/^warning: list:2/);
  });

  test('tells when there is no server at all', async () => {
    host = await startHost();
    const report = await run('smtp://127.0.0.1:1');
    expect([report.sent, host.asked]).toEqual([0, []]);
    expect(told(report)).toMatch(/^error: list:1\n.*ECONNREFUSED[^]*4 wait/);
  });

  test('stops at once when the server wants a login that it does not offer', async () => {
    host = await startHost();
    const report = await run(host.url.replace('//', '//me:secret@'));
    expect([report.sent, report.rests]).toEqual([0, []]);
    expect(told(report)).toMatch(/^error: list:1/);
    expect(told(report)).not.toContain('secret');
  });
});

test('a mail whose acknowledgement a killed run waited for is sent again, and said to be', async () => {
  host = await startHost();
  const state = await openSendState(join(dir, 'state.jsonl'), 'state.jsonl', POST.date);
  await state.note(keyOf(addressOf('ann')), 'begun');
  await state.note(keyOf(addressOf('ann')), 'sent');
  await state.note(keyOf(addressOf('bob')), 'begun');
  await state.close();
  const report = await run();
  expect([report.sent, report.had]).toEqual([3, 1]);
  expect(told(report)).toMatch(/^warning: list:2/);
  expect(counts()).toEqual([0, 1, 1, 1]);
});

test('the state names nobody', async () => {
  host = await startHost();
  await run();
  expect(readFileSync(join(dir, 'state.jsonl'), 'utf8')).not.toMatch(/@|reader/);
});
