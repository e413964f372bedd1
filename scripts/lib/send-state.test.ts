import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSendState } from './send-state.ts';

const DAY = '2026-11-23';

let dir = '';
let path = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'state-'));
  path = join(dir, 'below/state.jsonl');
});
afterEach(() => rmSync(dir, { recursive: true }));

const open = (date = DAY) => openSendState(path, 'state.jsonl', date);
const read = (): string => readFileSync(path, 'utf8');
const lineOf = (key: string, is: string, date = DAY): string =>
  `${JSON.stringify({ date, key, is })}\n`;

/** Notes something in a run of its own. */
const note = async (key: string, is: 'begun' | 'sent' | 'failed', date = DAY): Promise<void> => {
  const state = await open(date);
  await state.note(key, is);
  await state.close();
};

const statusesOf = async (keys: readonly string[]) => {
  const state = await open();
  await state.close();
  return { statuses: keys.map(state.statusOf), problems: state.problems };
};

test('the last word on a mail holds, in this run and in the next', async () => {
  const state = await open();
  expect(state.statusOf('aa')).toBe(undefined);
  await state.note('aa', 'begun');
  expect([state.statusOf('aa'), read()]).toEqual(['begun', lineOf('aa', 'begun')]);
  await state.note('aa', 'sent');
  await state.note('bb', 'begun');
  await state.close();
  expect(await statusesOf(['aa', 'bb', 'cc'])).toEqual({
    statuses: ['sent', 'begun', undefined],
    problems: [],
  });
});

test('what was being written when a run was cut off says nothing, and the next line is whole', async () => {
  await note('aa', 'begun');
  appendFileSync(path, lineOf('aa', 'sent').slice(0, -4));
  expect((await statusesOf(['aa'])).statuses).toEqual(['begun']);
  await note('bb', 'sent');
  expect(await statusesOf(['aa', 'bb'])).toEqual({ statuses: ['begun', 'sent'], problems: [] });
});

test('damaged lines are told of, once, and lose no others', async () => {
  await note('aa', 'sent');
  writeFileSync(path, `{"date":1}\nnonsense\n${read()}`);
  const { statuses, problems } = await statusesOf(['aa']);
  expect(statuses).toEqual(['sent']);
  expect(problems).toMatchObject([{ line: 1 }, { line: 2, severity: 'warning' }]);
  expect((await statusesOf(['aa'])).problems).toEqual([]);
});

test('what is older than sixty days is forgotten, unless it is what is being sent', async () => {
  await note('aa', 'sent', '2026-01-01');
  await note('bb', 'sent', '2026-11-01');
  expect((await statusesOf(['aa', 'bb'])).statuses).toEqual([undefined, 'sent']);
  await note('cc', 'sent', '2026-01-01');
  const state = await open('2026-01-01');
  await state.close();
  expect(['bb', 'cc'].map(state.statusOf)).toEqual(['sent', 'sent']);
});

test('the file does not grow by what is no longer needed', async () => {
  for (let run = 0; run < 5; run += 1) {
    await note('aa', 'begun');
    await note('aa', 'sent');
  }
  await statusesOf([]);
  expect(read()).toBe(lineOf('aa', 'sent'));
});
