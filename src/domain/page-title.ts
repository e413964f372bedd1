const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The character that a reference means; what is none stays as it is. */
const unescapeText = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = Number.parseInt(String(decimal ?? hex), decimal === undefined ? 16 : 10);
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/**
 * What a page of this site is called, read from its markup where no parser is at hand. The site's own name
 * behind it is left out.
 * @example titleOfPage('<title>Kilns &amp; glaze · Lighthouses</title>') // 'Kilns & glaze'
 */
export const titleOfPage = (html: string): string | undefined => {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
  return title === undefined
    ? undefined
    : unescapeText(title)
        .replace(/ · [^·]*$/, '')
        .trim();
};
