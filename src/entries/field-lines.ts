import { readFrame } from './front-matter.ts';
import { fieldAt, lineOfPath, readYaml } from './plain-yaml.ts';

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether a line of YAML may begin with a field; reading the YAML costs a hundred times more. */
const mayHave = (yaml: string, field: string): boolean =>
  new RegExp(`^["']?${escapePattern(field)}["']?[ \\t]*:`, 'm').test(yaml);

/**
 * The 1-based line of an entry's text on which a field or one of its members stands, or else what should contain
 * it; undefined when the text is no entry.
 * @example lineOfField('---\ntitle: A\ntopics:\n  - x\n---\n', 'topics.0') // 4
 */
export const lineOfField = (text: string, field: string): number | undefined => {
  const frame = readFrame(text);
  if ('offset' in frame) return undefined;
  const path = field.split('.');
  const [first = ''] = path;
  if (!mayHave(frame.yaml, first)) return 1;
  const yaml = readYaml(frame.yaml);
  if (yaml.faults.length > 0) return undefined;
  return fieldAt(yaml.map, first) === undefined ? 1 : 1 + lineOfPath(yaml, path);
};
