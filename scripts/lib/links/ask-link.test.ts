import { describe, expect, test } from 'vitest';
import { askLink, readRetryAfter, type Asker } from './ask-link.ts';
import { sendRequest, type Method, type Reply } from './http-request.ts';

const NO_PACE = { turn: () => Promise.resolve(), rest: () => undefined };

const reply = (status: number, headers: Partial<Reply> = {}): Reply => ({
  location: undefined,
  retryAfter: undefined,
  ...headers,
  status,
});

const never = new AbortController().signal;

const askerOf = (send: Asker['send']): Asker => ({
  send,
  pace: NO_PACE,
  signal: never,
  resting: new Set(),
});

const failing = (code: string): Asker =>
  askerOf(() => Promise.reject(Object.assign(new Error(code), { code })));

describe('askLink', () => {
  test('never follows a redirect to this machine or a private network', async () => {
    const choices = { timeoutMs: 1000, allowPrivate: false, userAgent: 'test', signal: never };
    const asked: string[] = [];
    const send = (url: URL, method: Method) => {
      asked.push(url.host);
      return url.host === 'public.example'
        ? Promise.resolve(reply(302, { location: 'http://127.0.0.1:9/secret' }))
        : sendRequest(url, method, choices);
    };
    expect(await askLink('https://public.example/', askerOf(send))).toEqual({
      type: 'silent',
      answer: 'an address of a private network, not asked',
    });
    expect(asked).toEqual(['public.example', '127.0.0.1:9']);
  });

  test.each([
    ['ENOTFOUND', 'gone', 'unknown host'],
    // what a machine without a network says
    ['EAI_AGAIN', 'silent', 'no answer (EAI_AGAIN)'],
    ['ECONNREFUSED', 'silent', 'no answer (ECONNREFUSED)'],
    ['CERT_HAS_EXPIRED', 'silent', 'no answer (CERT_HAS_EXPIRED)'],
  ])('takes %s for %s', async (code, type, answer) => {
    expect(await askLink('https://a.example/', failing(code))).toEqual({ type, answer });
  });

  test('a run that was interrupted says nothing about links', async () => {
    const asker = { ...failing('ABORT_ERR'), signal: AbortSignal.abort() };
    expect(await askLink('https://a.example/', asker)).toEqual({ type: 'postponed' });
  });
});

test.each([
  [undefined, undefined],
  ['120', 120_000],
  ['Mon, 23 Nov 2026 18:00:10 GMT', 10_000],
  ['Mon, 23 Nov 2026 17:00:00 GMT', 0],
  ['soon', undefined],
])('readRetryAfter(%j) is %j', (header, ms) => {
  expect(readRetryAfter(header, Date.parse('2026-11-23T18:00:00Z'))).toBe(ms);
});
