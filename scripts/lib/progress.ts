import { SingleBar } from 'cli-progress';

/** Shows on stderr how far a long work has come. */
export type Progress = { readonly step: () => void; readonly stop: () => void };

const LINES = 10;

const startBar = (what: string, total: number): Progress => {
  const bar = new SingleBar({
    format: `${what} {bar} {value}/{total}`,
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
};

const startLines = (what: string, total: number): Progress => {
  const every = Math.max(1, Math.ceil(total / LINES));
  let done = 0;
  const step = () => {
    done += 1;
    if (done % every === 0 || done === total) console.error(`${what} ${done}/${total}`);
  };
  return { step, stop: () => undefined };
};

/** A bar on a terminal, else a plain line for each tenth; nothing when there is nothing to do. */
export const startProgress = (what: string, total: number): Progress => {
  if (total === 0) return { step: () => undefined, stop: () => undefined };
  return process.stderr.isTTY ? startBar(what, total) : startLines(what, total);
};
