import { readFileSync } from 'node:fs';
import { parseForESLint } from 'astro-eslint-parser';
import { preProcessFile } from 'typescript';
import tseslint from 'typescript-eslint';

const importsOfScript = (code: string): readonly string[] =>
  preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const SIDEWAYS = new Set(['parent', 'tokens', 'comments', 'loc', 'range']);

const childrenOf = (node: Node): readonly Node[] =>
  Object.entries(node)
    .filter(([key]) => !SIDEWAYS.has(key))
    .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode);

const textOf = (value: unknown): readonly string[] =>
  isNode(value) && typeof value['value'] === 'string' ? [value['value']] : [];

const nameOf = (value: unknown): unknown => (isNode(value) ? value['name'] : undefined);

/** What one node of an Astro file imports: by statement, by call, in a `<script>` or as its `src`. */
const importsOfNode = (node: Node): readonly string[] => {
  if (/^(?:Import|Export)/.test(node.type)) return textOf(node['source']);
  if (node.type !== 'JSXElement') return [];
  const opening = node['openingElement'];
  if (!isNode(opening) || nameOf(opening['name']) !== 'script') return [];
  const inline = childrenOf(node)
    .filter(({ type }) => type === 'AstroRawText')
    .flatMap(textOf)
    .flatMap(importsOfScript);
  const src = childrenOf(opening)
    .filter(({ type, name }) => type === 'JSXAttribute' && nameOf(name) === 'src')
    .flatMap(({ value }) => textOf(value));
  return [...inline, ...src];
};

const importsOfTree = (node: Node): readonly string[] => [
  ...importsOfNode(node),
  ...childrenOf(node).flatMap(importsOfTree),
];

/** Everything that a `.ts` or `.astro` file imports, as it names it, types included. */
export const importsOf = (code: string, file: string): readonly string[] => {
  if (!file.endsWith('.astro')) return importsOfScript(code);
  const { ast } = parseForESLint(code, { parser: tseslint.parser });
  return importsOfTree(ast as unknown as Node);
};

export const readImports = (file: string): readonly string[] =>
  importsOf(readFileSync(file, 'utf8'), file);
