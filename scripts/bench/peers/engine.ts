import { gzipSync } from 'node:zlib';
import { UsageError } from '../../lib/cli.ts';

/** A paper as every engine gets it. */
export type Doc = { readonly id: string; readonly title: string; readonly abstract: string };

/** What one engine made of the papers. */
export type Index = {
  /** ids of the papers found, the best first */
  readonly find: (text: string, limit: number) => readonly string[] | Promise<readonly string[]>;
  /** what a browser or a server would load to search, without the program */
  readonly shipped: () => Size | Promise<Size>;
  readonly close?: () => Promise<void>;
};

export type Engine = {
  readonly name: string;
  readonly build: (docs: readonly Doc[]) => Index | Promise<Index>;
};

export type Size = { readonly raw: number; readonly gzip: number };

export const sizeOf = (files: readonly (string | Uint8Array)[]): Size => ({
  raw: files.reduce((sum, file) => sum + Buffer.byteLength(file), 0),
  gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
});

/** The words of a question without signs, which some engines read as operators. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const HOW_TO_INSTALL = 'Type npm ci --prefix scripts/bench to install what is measured against.';

/** Loads a package of `scripts/bench/package.json`, which the product does without. */
export const loadPeer = async <T>(name: string): Promise<T> => {
  try {
    return (await import(name)) as T;
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    throw isMissing ? new UsageError(`${name} is not installed. ${HOW_TO_INSTALL}`) : cause;
  }
};
