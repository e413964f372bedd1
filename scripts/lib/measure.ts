import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export type Measurement = {
  readonly seconds: number;
  /** the most memory that the process and its descendants held at one time; 0 where /proc is not */
  readonly bytes: number;
};

type Process = { readonly pid: number; readonly parent: number; readonly bytes: number };

const SAMPLE_MS = 100;

const readProcess = (pid: string): Process | undefined => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const numberOf = (pattern: RegExp) => Number(pattern.exec(status)?.[1] ?? 0);
    const parent = numberOf(/^PPid:\s+(\d+)/m);
    return { pid: Number(pid), parent, bytes: numberOf(/^VmRSS:\s+(\d+) kB/m) * 1024 };
  } catch {
    // it ended meanwhile
    return undefined;
  }
};

const listProcesses = (): readonly Process[] => {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => readProcess(pid) ?? []);
  } catch {
    return [];
  }
};

/** Memory of a process and all its descendants. */
const bytesOfTree = (root: number): number => {
  const processes = listProcesses();
  const tree = new Set([root]);
  // a child may come before its parent in the list, so the set is grown until it stays
  for (let size = 0; size !== tree.size;) {
    size = tree.size;
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  const members = processes.filter(({ pid }) => tree.has(pid));
  return members.reduce((sum, { bytes }) => sum + bytes, 0);
};

/** Runs a Node script and measures it; throws when it fails. Its output goes to stderr. */
export const measureScript = (
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Measurement> =>
  new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 2, 2],
    });
    let bytes = 0;
    const timer = setInterval(() => {
      if (child.pid !== undefined) bytes = Math.max(bytes, bytesOfTree(child.pid));
    }, SAMPLE_MS);
    child.once('error', fail);
    child.once('exit', (code) => {
      clearInterval(timer);
      if (code === 0) done({ seconds: (performance.now() - start) / 1000, bytes });
      else fail(new Error(`${script} ended with status ${code ?? 'none'}.`));
    });
  });
