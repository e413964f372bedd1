import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PROJECT_DIR } from '../scripts/lib/run-astro.ts';

const read = (path: string): string => readFileSync(join(PROJECT_DIR, path), 'utf8');

const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const manifestSchema = z.object({ allowScripts: z.record(z.string(), z.boolean()).default({}) });

/** Packages of a lock file, the project itself left aside. */
const lockedIn = (folder: string) =>
  Object.entries(lockSchema.parse(JSON.parse(read(join(folder, 'package-lock.json')))).packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => ({ name: path.replace(/^.*node_modules\//, ''), ...locked }));

describe.each(['.', 'scripts/bench'])('the lock file of %s', (folder) => {
  const packages = lockedIn(folder);

  test('tells of every package what it must be, to the last bit', () => {
    expect(packages.length).toBeGreaterThan(5);
    const loose = packages.filter(
      ({ integrity = '', link }) => link !== true && !/^sha512-[\w+/]{86}==$/.test(integrity),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  test('takes packages from registries only, not from addresses and repositories', () => {
    const odd = packages.filter(
      ({ resolved = '' }) => !/^(?:https:\/\/[^/]+\/.*\.tgz)?$/.test(resolved),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  test('has install scripts of those packages only that are allowed by name', () => {
    const { allowScripts } = manifestSchema.parse(JSON.parse(read(join(folder, 'package.json'))));
    const scripts = packages.filter(({ hasInstallScript }) => hasInstallScript === true);
    expect([...new Set(scripts.map(({ name }) => name))].toSorted()).toEqual(
      Object.keys(allowScripts).toSorted(),
    );
  });
});

const workflowSchema = z.object({
  permissions: z.object({}).strict(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.unknown()).optional(),
    }),
  ),
});

describe.each(globSync('.github/workflows/*.yml', { cwd: PROJECT_DIR }))('%s', (path) => {
  test('may do nothing but what each of its jobs says', () => {
    expect(workflowSchema.safeParse(parse(read(path))).error).toBeUndefined();
  });

  test('names the versions of the actions that it uses', () => {
    const used = [...read(path).matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    const loose = used.filter((action) => !/^\.\/|@v\d+\.\d+\.\d+$|@[0-9a-f]{40}$/.test(action));
    expect(loose).toEqual([]);
  });
});

test('updates are proposed for both lock files and for actions', () => {
  const config = z
    .object({ updates: z.array(z.object({ 'package-ecosystem': z.string() })) })
    .parse(parse(read('.github/dependabot.yml')));
  expect(config.updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});
