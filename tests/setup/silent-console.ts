import { afterEach, beforeEach, expect, vi } from 'vitest';

// whoever prints in a test forgot a value that should have been returned; a test that expects output spies itself
const METHODS = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;
let calls: string[] = [];

beforeEach(() => {
  calls = [];
  for (const method of METHODS)
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      calls.push(`${method}: ${args.map(String).join(' ')}`);
    });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(calls, 'a test must not print').toEqual([]);
});
