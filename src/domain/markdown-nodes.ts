import type { Heading, Link, List, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { writeDocument } from './write-markdown.ts';

/** Pieces of Markdown documents; whatever in a text would be read as markup is escaped when they are written. */

export const text = (value: string): Text => ({ type: 'text', value });

export const link = (url: string, label = url): Link => ({
  type: 'link',
  url,
  children: [text(label)],
});

export const paragraph = (...children: readonly PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children: [...children],
});

export const heading = (depth: 1 | 2, value: string): Heading => ({
  type: 'heading',
  depth,
  children: [text(value)],
});

/** A list with bullets, each item a line. */
export const bullets = (items: readonly (readonly PhrasingContent[])[]): List => ({
  type: 'list',
  spread: false,
  children: items.map((item) => ({
    type: 'listItem',
    spread: false,
    children: [paragraph(...item)],
  })),
});

export const writeMarkdown = (...children: readonly RootContent[]): string =>
  writeDocument({ type: 'root', children: [...children] }, { bullet: '-' });
