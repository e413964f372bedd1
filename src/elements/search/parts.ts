/** Finding one's way in the server-made page; what is missing there is a bug of ours, so it throws. */

type ElementClass<T extends Element> = new () => T;

/** The parts of each root by name: a key asks for a score of them, and looking through a page takes its time. */
const known = new WeakMap<ParentNode, Map<string, Element>>();

const findPart = (root: ParentNode, name: string): Element | null => {
  const parts = known.get(root) ?? new Map<string, Element>();
  const part = parts.get(name);
  if (part !== undefined && root.contains(part)) return part;
  const found = root.querySelector(`[data-part="${name}"]`);
  if (found !== null) known.set(root, parts.set(name, found));
  return found;
};

/** The element that the page marked with `data-part="name"`. */
export const partOf = <T extends Element>(
  root: ParentNode,
  name: string,
  kind: ElementClass<T>,
): T => {
  const found = findPart(root, name);
  if (!(found instanceof kind)) throw new Error(`The page has no part "${name}" (${kind.name}).`);
  return found;
};

/** Makes a text what it is to be; what is so already stays as it is, for every change is laid out anew. */
export const setText = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};

/** A fresh copy of the only element in a `<template data-part="name">`. */
export const copyTemplate = (root: ParentNode, name: string): HTMLElement => {
  const first = partOf(root, name, HTMLTemplateElement).content.firstElementChild;
  const copy = first === null ? null : document.importNode(first, true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The template "${name}" is empty.`);
  return copy;
};
