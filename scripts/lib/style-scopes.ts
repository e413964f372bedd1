import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What a part of a selector asks of an element: its tag, else its classes, else what else it has. */
type Target = {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly string[];
};

/** Attributes that stay as the markup has them; others may come and go by script. */
const LASTING = ['data-part', 'data-format', 'role', 'type'];

const groupsOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, group]) => group ?? []);

const readTarget = (compound: string): Target => ({
  tag: /^[a-z][\w-]*/.exec(compound)?.[0],
  classes: groupsOf(compound, /\.([\w-]+)/g),
  attributes: groupsOf(compound, /\[([\w-]+)/g),
});

/** Takes away the selectors within pseudo-classes: no scope is put on those. */
const withoutArguments = (selector: string): string => {
  const shorter = selector.replace(/\([^()]*\)/g, '');
  return shorter === selector ? selector : withoutArguments(shorter);
};

/** The parts of the selectors in the scoped styles of a component that its scope is put on. */
const readTargets = (component: string): readonly Target[] =>
  groupsOf(component, /<style>([^]*?)<\/style>/g)
    .flatMap((style) => groupsOf(style.replace(/\/\*[^]*?\*\//g, ''), /([^{};]+)\{/g))
    .map((selectors) => selectors.trim())
    .filter((selectors) => !selectors.startsWith('@'))
    .flatMap((selectors) => withoutArguments(selectors).split(/[\s,>+~]+/))
    .filter((compound) => !/^(?::global|:root|$)/.test(compound))
    .map(readTarget);

const classesIn = (markup: string): readonly string[] =>
  groupsOf(markup, /class"?[=:]\s?"([^"]*)"/g).flatMap((classes) => classes.split(' '));

/** Whether it is known only when a page is made what an element has. */
const isOpenTo = (attributes: string, name: string): boolean =>
  attributes.includes(`"${name}`) || attributes.includes('spreadAttributes');

/** Whether a selector may mean an element of the compiled markup; when in doubt it may. */
const mayMean =
  (tag: string, attributes: string, known: ReadonlySet<string>) =>
  ({ tag: wanted, ...target }: Target): boolean => {
    if (wanted !== undefined) return wanted === tag;
    // a class that no markup has comes by script
    const classes = target.classes.filter((name) => known.has(name));
    const own = classesIn(attributes);
    if (classes.length > 0)
      return isOpenTo(attributes, 'class') || classes.every((name) => own.includes(name));
    return target.attributes
      .filter((name) => LASTING.includes(name))
      .every((name) => attributes.includes(` ${name}`) || isOpenTo(attributes, name));
  };

// what makes attributes are expressions, in which a sign before a letter begins no element
const MARKED = /<([a-z][\w-]*)((?:(?!<[a-z])[^])*?)( data-astro-cid-\w+)(?=[\s>])/g;

/**
 * Leaves the mark of a component's scope only on elements that its styles may mean: Astro puts it on all. Custom
 * elements keep it.
 * @param component as it was written
 * @param code as Astro compiled it
 */
export const leaveMarks = (component: string, code: string): string => {
  const targets = readTargets(component);
  const known = new Set(classesIn(code));
  return code.replace(MARKED, (_, tag: string, attributes: string, mark: string) => {
    const isMeant = targets.some(mayMean(tag, attributes, known));
    return `<${tag}${attributes}${isMeant ? mark : ''}`;
  });
};

const SCOPE = /data-astro-cid-[a-z0-9]+/g;
const DIGITS = 36;

/**
 * Shortens the attribute by which Astro scopes styles, in markup and styles alike, and takes it off elements that
 * no style means: a page has hundreds, and on ten thousand pages they come to tens of megabytes. Each component
 * is called by its place among all.
 * @param dir where components are found
 */
export const shortScopes = (dir: string): Plugin => {
  const files = globSync('**/*.astro', { cwd: dir })
    .map((file) => join(dir, file))
    .toSorted();
  const nameOf = (file: string): string =>
    `data-${files.indexOf(file).toString(DIGITS).padStart(2, '0')}`;
  return {
    name: 'short-scopes',
    apply: 'build',
    transform: (code, id) => {
      if (!code.includes('data-astro-cid-')) return null;
      const [file = '', query] = id.split('?');
      const scope = nameOf(file);
      const marked = query === undefined ? leaveMarks(readFileSync(file, 'utf8'), code) : code;
      // without a value, which a custom element would be given in words
      return marked.replace(/("data-astro-cid-\w+": )true/g, '$1""').replace(SCOPE, scope);
    },
  };
};
