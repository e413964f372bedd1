/** Fields of one text each, in which people and programs forget to quote. */
const TEXT_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'tex_title',
  'abstract',
  'bibtex_author',
  'bibtex_editor',
  'container-title',
  'booktitle',
  'address',
  'section',
  'note',
]);

const FIELD = /^([A-Za-z_][\w-]*):(?:[ \t]+(.*))?$/s;

// what follows says that the text is written another way: as a block, or as a list or map of its own
const BLOCK = /^[|>][-+\d]*\s*$/;

const unquote = (text: string): string => {
  const single = /^'(.*)'$/s.exec(text)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const double = /^"(.*)"$/s.exec(text)?.[1];
  return double === undefined ? text : double.replace(/\\(["\\])/g, '$1');
};

/** One text in quotes, on one line. */
const quoteAgain = (name: string, lines: readonly string[]): string => {
  const text = unquote(
    lines
      .map((line) => line.trim())
      .join(' ')
      .trim(),
  );
  return `${name}: ${JSON.stringify(text)}`;
};

/**
 * Puts texts of YAML in quotes that hold what YAML takes for something else: a colon, a quote, a backslash, an
 * `@`. A field's text is all up to the next line that begins with a name and a colon.
 * @example mendYaml('title: Tides: a study') // 'title: "Tides: a study"'
 */
export const mendYaml = (yaml: string): string => {
  const fields: { name: string; lines: string[]; raw: string[] }[] = [];
  for (const line of yaml.split('\n')) {
    const [, name, rest = ''] = FIELD.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined || last === undefined)
      fields.push({ name: name ?? '', lines: [rest], raw: [line] });
    else {
      last.lines.push(line);
      last.raw.push(line);
    }
  }
  return fields
    .map(({ name, lines, raw }) => {
      const isText = TEXT_FIELDS.has(name) && lines.join('').trim() !== '';
      return isText && !BLOCK.test(lines[0] ?? '') ? quoteAgain(name, lines) : raw.join('\n');
    })
    .join('\n');
};
