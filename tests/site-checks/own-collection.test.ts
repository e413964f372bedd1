import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadOwnVersion } from '../../scripts/lib/own-version.ts';
import { PROJECT_DIR } from '../../scripts/lib/run-astro.ts';

const GENERATOR = 'https://code.example/paperlight.git';
const REPOSITORY = 'https://github.com/reading/group';
const PAGES = { origin: 'https://reading.example', basePath: '/group' };
const MODULES = 'node_modules';
/** For hooks, which clone the project and remove tens of thousands of linked files. */
const PATIENCE_MS = 120_000;

type Step = {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
};
type Workflow = { readonly jobs: { readonly build: { readonly steps: readonly Step[] } } };

let dir = '';
beforeAll(() => {
  // on the disk of the packages, which are linked, and not below them, where Node runs no TypeScript
  mkdirSync(join(PROJECT_DIR, '.cache'), { recursive: true });
  dir = mkdtempSync(join(PROJECT_DIR, '.cache/own-collection-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
}, PATIENCE_MS);

/** Without what npm says to the commands that it runs, and with a network whose only host is the clone. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:npm_|INIT_CWD|CONTENT_DIR|OUT_DIR|SITE_URL|BASE_PATH|GIT_)/i.test(name),
    ),
  ),
  GIT_CONFIG_COUNT: '4',
  GIT_CONFIG_KEY_0: `url.${pathToFileURL(join(dir, 'paperlight')).href}.insteadOf`,
  GIT_CONFIG_VALUE_0: GENERATOR,
  GIT_CONFIG_KEY_1: 'safe.directory',
  GIT_CONFIG_VALUE_1: '*',
  GIT_CONFIG_KEY_2: 'user.name',
  GIT_CONFIG_VALUE_2: 'A Curator',
  GIT_CONFIG_KEY_3: 'user.email',
  GIT_CONFIG_VALUE_3: 'curator@reading.example',
});

const run = (cwd: string, command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { cwd, env: environment(), encoding: 'utf8' });

const git = (cwd: string, ...args: readonly string[]): void => {
  const { status, stderr } = run(cwd, 'git', ...args);
  expect(status, stderr).toBe(0);
};

/** The packages once more: the same files under other names, as `npm ci` would take half a minute to put them there. */
const linkModules = (from: string, to: string): void => {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === '.cache') continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkModules(source, target);
    else linkSync(source, target);
  }
};

/** What stands for each action that the workflow uses. */
const ACTIONS: Readonly<Record<string, (step: Step, workspace: string) => void>> = {
  'actions/checkout': () => undefined,
  'actions/setup-node': (step, workspace) => {
    expect(existsSync(join(workspace, step.with?.['cache-dependency-path'] ?? ''))).toBe(true);
  },
  'actions/configure-pages': () => undefined,
  'actions/upload-pages-artifact': (step, workspace) => {
    expect(existsSync(join(workspace, step.with?.['path'] ?? '', 'index.html'))).toBe(true);
  },
};

type Event = 'push' | 'pull_request';

/** A value of the workflow with its expressions worked out. */
const workOut = (text: string, workspace: string, event: Event): string =>
  text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    const values: Readonly<Record<string, string>> = {
      'github.workspace': workspace,
      'steps.pages.outputs.origin': event === 'push' ? PAGES.origin : '',
      'steps.pages.outputs.base_path': event === 'push' ? PAGES.basePath : '',
    };
    expect(values).toHaveProperty([expression]);
    return values[expression] ?? '';
  });

const runScript = (step: Step, workspace: string, event: Event) => {
  const env = Object.entries(step.env ?? {}).map(
    ([name, value]) => [name, workOut(value, workspace, event)] as const,
  );
  return spawnSync('bash', ['--noprofile', '--norc', '-e', '-c', step.run ?? ''], {
    cwd: join(workspace, step['working-directory'] ?? ''),
    env: { ...environment(), ...Object.fromEntries(env) },
    encoding: 'utf8',
  });
};

const FINE = { status: 0, stdout: '', stderr: '' };
type Outcome = Pick<ReturnType<typeof runScript>, 'status' | 'stdout' | 'stderr'>;

const runStep = (step: Step, workspace: string, event: Event): Outcome => {
  const action = ACTIONS[step.uses?.split('@', 1)[0] ?? ''];
  if (step.run === undefined) {
    expect(action, step.uses).toBeDefined();
    action?.(step, workspace);
    return FINE;
  }
  if (step.name !== 'Install') return runScript(step, workspace, event);
  expect(step.run).toMatch(/^npm ci /);
  const place = join(workspace, step['working-directory'] ?? '');
  linkModules(join(PROJECT_DIR, MODULES), join(place, MODULES));
  return FINE;
};

/** The steps of the job that builds, those that an event leaves out aside. */
const stepsFor = (workspace: string, event: Event): readonly Step[] => {
  const file = join(workspace, '.github/workflows/publish.yml');
  const { jobs } = parse(readFileSync(file, 'utf8')) as Workflow;
  return jobs.build.steps.filter((step) => {
    if (step.if !== undefined) expect(step.if).toBe("github.event_name != 'pull_request'");
    return step.if === undefined || event === 'push';
  });
};

/** Runs the steps as far as they go, or up to the one of a name; gives the one that failed. */
const runSteps = (workspace: string, event: Event, until?: string) => {
  for (const step of stepsFor(workspace, event)) {
    if (step.name !== undefined && step.name === until) break;
    const { status, stdout, stderr } = runStep(step, workspace, event);
    if (status !== 0) return { failed: step.name, stdout, stderr };
  }
  return { failed: undefined, stdout: '', stderr: '' };
};

/** The collection as its repository has it. */
const checkOut = (name: string): string => {
  const workspace = join(dir, name);
  git(dir, 'clone', '--quiet', pathToFileURL(join(dir, 'reading-group')).href, workspace);
  return workspace;
};

const isClone = loadOwnVersion().version !== undefined;

describe.skipIf(!isClone)('a collection of one’s own', () => {
  beforeAll(() => {
    const clone = join(dir, 'paperlight');
    git(dir, 'clone', '--quiet', '--depth', '1', pathToFileURL(PROJECT_DIR).href, clone);
    git(clone, 'remote', 'set-url', 'origin', GENERATOR);
    symlinkSync(join(PROJECT_DIR, MODULES), join(clone, MODULES), 'junction');
    writeFileSync(
      join(dir, 'list.jsonl'),
      ['First Steps', 'Second Thoughts']
        .map((title) => `${JSON.stringify({ title, abstract: 'We read.', year: 2024 })}\n`)
        .join(''),
    );
    const { status, stderr } = run(
      clone,
      process.execPath,
      'scripts/new.ts',
      ...['../reading-group', '../list.jsonl', '--repository', REPOSITORY],
    );
    expect(status, stderr).toBe(0);
    const collection = join(dir, 'reading-group');
    git(collection, 'init', '--quiet', '--initial-branch', 'main');
    git(collection, 'add', '.');
    git(collection, 'commit', '--quiet', '--message', 'Begin');
  }, PATIENCE_MS);

  it('is published by its workflow with the Paperlight that it names', () => {
    const workspace = checkOut('published');
    expect(runSteps(workspace, 'push')).toEqual({ failed: undefined, stdout: '', stderr: '' });
    const head = (cwd: string): string => run(cwd, 'git', 'rev-parse', 'HEAD').stdout;
    expect(head(join(workspace, '.paperlight'))).toBe(head(join(dir, 'paperlight')));

    const page = load(readFileSync(join(workspace, '_site/papers/first-steps/index.html'), 'utf8'));
    const address = `${PAGES.origin}${PAGES.basePath}/`;
    expect(page('link[rel=canonical]').attr('href')).toBe(`${address}papers/first-steps/`);
    expect(page('h1').text()).toContain('First Steps');
    expect(page('header a').first().text()).toContain('Reading group');
    const entry = `${REPOSITORY}/edit/main/papers/first-steps.md`;
    expect(page(`a[href="${entry}"]`)).toHaveLength(1);
    // nothing that a build makes is taken for a part of the collection
    expect(run(workspace, 'git', 'status', '--porcelain').stdout).toBe('');
  });

  it('tells in a pull request what is wrong, beside the line', () => {
    const workspace = checkOut('proposed');
    const entry = join(workspace, 'papers/first-steps.md');
    writeFileSync(entry, readFileSync(entry, 'utf8').replace('title:', 'titel:'));
    const { failed, stdout } = runSteps(workspace, 'pull_request');
    expect(failed).toBe('Check');
    expect(stdout).toMatch(/^::error file=papers\/first-steps\.md,line=2,/m);
  });

  it.each([
    ['repository', /\n {2}repository: .*/],
    ['version', /\n {2}version: .*/],
  ])('says in its workflow that %s is missing', (field, line) => {
    const workspace = checkOut(`without-${field}`);
    const site = join(workspace, 'site.md');
    writeFileSync(site, readFileSync(site, 'utf8').replace(line, ''));
    const { failed, stdout } = runSteps(workspace, 'push');
    expect(failed).toBe('Fetch the Paperlight that site.md names');
    expect(stdout).toContain(`::error file=site.md::generator has no ${field}`);
  });

  it.each([
    ['quotes and a comment', '  version: "v1.0"  # the first'],
    ['the line ends of Windows', '  version: v1.0\r'],
    ['comments', '# version: v2.0\n  # version: v3.0\n  version:    v1.0  '],
  ])('reads the version in its workflow through %s', (name, lines) => {
    git(join(dir, 'paperlight'), 'tag', '--force', 'v1.0');
    const workspace = checkOut(`version through ${name}`);
    const site = join(workspace, 'site.md');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^ {2}version: .*/m, lines));
    expect(runSteps(workspace, 'push', 'Install').failed).toBeUndefined();
    expect(existsSync(join(workspace, '.paperlight/package-lock.json'))).toBe(true);
  });
});
