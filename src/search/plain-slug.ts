/** @example toPlainSlug('KV cache') // 'kv-cache' */
export const toPlainSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The id of a concept of the names; most are what their names say, and are left out of the file. */
export const conceptIdOf = ({
  name,
  id,
}: {
  readonly name: string;
  readonly id?: string | undefined;
}): string => id ?? toPlainSlug(name);
