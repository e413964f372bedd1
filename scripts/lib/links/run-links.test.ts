import { expect, test } from 'vitest';
import type { LinkRecord } from '../../../src/domain/link-report.ts';
import type { Reply } from './http-request.ts';
import { runLinks, type LinksRun } from './run-links.ts';

/** A network of hosts: a status each; of others nobody knows the name. */
const runIn = (hosts: Readonly<Record<string, number>>) => {
  const active = new Map<string, number>();
  const seen = { most: 0, mostOfHost: 0, slept: 0 };
  const send = async (url: URL): Promise<Reply> => {
    active.set(url.host, (active.get(url.host) ?? 0) + 1);
    seen.most = Math.max(
      seen.most,
      [...active.values()].reduce((a, b) => a + b, 0),
    );
    seen.mostOfHost = Math.max(seen.mostOfHost, ...active.values());
    await new Promise((resolve) => setTimeout(resolve, 1));
    active.set(url.host, (active.get(url.host) ?? 0) - 1);
    const status = hosts[url.host];
    if (status === undefined) throw Object.assign(new Error(), { code: 'ENOTFOUND' });
    return { status, location: undefined, retryAfter: undefined };
  };
  const run: LinksRun = {
    asker: {
      send,
      pace: { turn: () => Promise.resolve(), rest: () => undefined },
      signal: new AbortController().signal,
      resting: new Set(),
    },
    day: '2026-11-23',
    atOnce: 3,
    betweenMs: 7,
    sleep: (ms) => {
      seen.slept += ms;
      return Promise.resolve();
    },
    onAnswer: () => undefined,
  };
  return { run, seen };
};

test('asks so many hosts at once, and each one link at a time', async () => {
  const hosts = Array.from({ length: 9 }, (_, at) => `h${at}.example`);
  const { run, seen } = runIn(Object.fromEntries(hosts.map((host) => [host, 200])));
  const urls = hosts.flatMap((host) => [1, 2, 3].map((at) => `https://${host}/${at}`));
  const records = new Map<string, LinkRecord>();
  expect(await runLinks(urls, records, run)).toMatchObject({ asked: 27, isOnline: true });
  expect(records.size).toBe(27);
  expect(seen).toEqual({ most: 3, mostOfHost: 1, slept: 0 });
});

test('a host that nobody knows twice is dead', async () => {
  const { run, seen } = runIn({ 'a.example': 200 });
  const records = new Map<string, LinkRecord>();
  await runLinks(['https://a.example/', 'https://b.example/'], records, run);
  expect(records.get('https://b.example/')).toMatchObject({
    state: 'dead',
    answer: 'unknown host',
  });
  expect(seen.slept).toBe(7);
});

test('a host that nobody knows is not dead when no server answers at all', async () => {
  const { run } = runIn({});
  const records = new Map<string, LinkRecord>();
  const state = await runLinks(['https://a.example/', 'https://b.example/'], records, run);
  expect(state.isOnline).toBe(false);
  expect([...records.values()].map((record) => record.state)).toEqual(['suspect', 'suspect']);
});
