import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS, describeCommands } from './command-list.ts';
import { PROJECT_DIR } from './run-astro.ts';

// npm runs this one itself
const NOT_FOR_PEOPLE = ['postinstall'];

const scriptsOf = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_DIR, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return Object.keys(scripts).filter((name) => !NOT_FOR_PEOPLE.includes(name));
};

test('every command of the package is listed, and no other', () => {
  const listed = Object.values(COMMANDS).flatMap((lines) => Object.keys(lines));
  expect(listed.toSorted()).toEqual(scriptsOf().toSorted());
});

test('each stands in a line that a terminal shows whole', () => {
  for (const line of describeCommands().split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
