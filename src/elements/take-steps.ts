import type { Steps } from '../search/steps.ts';

/** A task is no longer than this on the machine that it runs on, and the thread answers between two. */
const TASK_MS = 12;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Takes steps, a few milliseconds at a time, so that questions and clicks are answered meanwhile. */
export const takeSteps = async <T>(steps: Steps<T>): Promise<T> => {
  for (;;) {
    const end = performance.now() + TASK_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await nextTask();
  }
};
