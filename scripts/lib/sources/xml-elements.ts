import { XmlElement, XmlText } from '@rgrove/parse-xml';

/** The elements directly within an element. */
export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child): child is XmlElement => child instanceof XmlElement);

const PROLOG: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
];

/** The name of the outermost element, without its prefix, read off the text; undefined where none begins it. */
export const rootNameOf = (text: string): string | undefined => {
  let at = 0;
  for (;;) {
    at += /^[\ufeff\s\]>]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0;
    const skipped = PROLOG.find(([start]) => text.startsWith(start, at));
    if (skipped === undefined) break;
    const end = text.indexOf(skipped[1], at);
    if (end < 0) return undefined;
    at = end + skipped[1].length;
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(text.slice(at, at + 200))?.[1];
};

const prefixOf = (name: string): string => /^([^:]*):/.exec(name)?.[1] ?? '';

/** The namespace in which an element stands; a prefix that nobody declared stands for itself. */
const namespaceOf = (element: XmlElement): string => {
  const prefix = prefixOf(element.name);
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let at: unknown = element; at instanceof XmlElement; at = at.parent) {
    const namespace = at.attributes[declaration];
    if (namespace !== undefined) return namespace;
  }
  return prefix;
};

/** A namespace by its names: the addresses that declare it, and the prefix that is usual for it. */
export type Namespace = readonly string[];

/** The children of one name, in one namespace or, when none is given, whatever their prefix. */
export const childrenNamed = (
  element: XmlElement,
  name: string,
  namespace?: Namespace,
): readonly XmlElement[] =>
  elementsOf(element).filter(
    (child) =>
      child.name.replace(/^.*:/, '') === name &&
      (namespace === undefined || namespace.includes(namespaceOf(child))),
  );

/** The words directly in an element and in all elements within; `write` may say otherwise for an element. */
export const textOf = (
  element: XmlElement,
  write: (inner: XmlElement) => string | undefined = () => undefined,
): string =>
  element.children
    .map((child) => {
      if (child instanceof XmlElement) return write(child) ?? textOf(child, write);
      return child instanceof XmlText ? child.text : '';
    })
    .join('');
