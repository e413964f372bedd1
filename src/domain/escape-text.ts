const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as the content of an HTML or XML element. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '');
