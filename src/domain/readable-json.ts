const LINE = 80;

const inOneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = membersOf(value).map(([key, one]) => `${JSON.stringify(key)}: ${inOneLine(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};

/** What JSON has of an object: nothing of what is undefined. */
const membersOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, one]) => one !== undefined);

const write = (value: unknown, indent: string, before: number): string => {
  const line = inOneLine(value);
  const fits = indent.length + before + line.length <= LINE;
  if (fits || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((one) => write(one, inner, 0))
    : membersOf(value).map(([key, one]) => {
        const name = `${JSON.stringify(key)}: `;
        return name + write(one, inner, name.length);
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${indent}${close}`;
};

/**
 * JSON for people: what fits stands on one line. Shorter than one line for each value, and nothing is lost.
 * Expects data, without functions and symbols.
 */
export const toReadableJson = (value: unknown): string => write(value, '', 0);
