import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A page and what it weighs before anything is done on it: HTML, styles and scripts, each compressed. */
export type PageWeight = { readonly path: string; readonly bytes: number };

/** The heaviest page of a kind, and how many there are. */
export type KindWeight = PageWeight & { readonly kind: string; readonly pages: number };

const STYLE = /<link rel="stylesheet" href="([^"]+)"/g;
const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"/g;
/** What a script needs before it runs; what it may load later stands in brackets. */
const IMPORT = /\b(?:from|import)\s*["'](\.[^"']+)["']/g;

const groupsOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, group]) => group ?? []);

/** What waits in a template is not loaded. */
const withoutTemplates = (html: string): string => {
  // the innermost first
  const shorter = html.replace(/<template\b(?:(?!<template\b)[^])*?<\/template>/g, '');
  return shorter === html ? html : withoutTemplates(shorter);
};

type Asset = { readonly bytes: number; readonly needs: readonly string[] };

/** Reads files of a site once each, by their address below its base. */
const openAssets = (dir: string) => {
  const known = new Map<string, Asset>();
  const read = (path: string): Asset => {
    const text = readFileSync(join(dir, path), 'utf8');
    const needs = path.endsWith('.js') ? groupsOf(text, IMPORT) : [];
    const asset = {
      bytes: gzipSync(text).length,
      needs: needs.map((one) => posix.join(posix.dirname(path), one)),
    };
    known.set(path, asset);
    return asset;
  };
  return (path: string): Asset => known.get(path) ?? read(path);
};

/** All that is loaded for some files, each once. */
const withNeeds = (paths: readonly string[], assetOf: (path: string) => Asset) => {
  const all = new Set(paths);
  // a set that grows while it is walked through: what was added is walked through as well
  for (const path of all) for (const need of assetOf(path).needs) all.add(need);
  return all;
};

/** What a page weighs, by the folder of its site and its path below. */
const openScales = (dir: string, base: string) => {
  const assetOf = openAssets(dir);
  return (path: string): PageWeight => {
    const html = readFileSync(join(dir, path), 'utf8');
    const shown = withoutTemplates(html);
    const named = [...groupsOf(shown, STYLE), ...groupsOf(shown, SCRIPT)]
      .filter((address) => address.startsWith(base))
      .map((address) => address.slice(base.length));
    const loaded = [...withNeeds(named, assetOf)].map((one) => assetOf(one).bytes);
    return { path, bytes: loaded.reduce((sum, bytes) => sum + bytes, gzipSync(html).length) };
  };
};

/** @example kindOf('papers/by/a-c/index.html'), kindOf('map/index.html') // 'papers/by', 'map' */
const kindOf = (path: string): string => {
  const [first = '', second = '', third] = path.split('/');
  if (third === undefined) return second === '' ? 'home' : first;
  return second === 'by' ? `${first}/by` : `${first}/*`;
};

/**
 * The heaviest page of each kind that a built site has, the heaviest first.
 * @param base of its addresses, with slashes at both ends
 */
export const weighKinds = (dir: string, base = '/'): readonly KindWeight[] => {
  const weigh = openScales(dir, base);
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('index.html'))
    .toSorted();
  return [...Map.groupBy(paths, kindOf)]
    .flatMap(([kind, all]) => {
      const [heaviest] = all.map(weigh).toSorted((a, b) => b.bytes - a.bytes);
      return heaviest === undefined ? [] : [{ ...heaviest, kind, pages: all.length }];
    })
    .toSorted((a, b) => b.bytes - a.bytes);
};
