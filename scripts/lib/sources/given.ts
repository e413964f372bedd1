/** Fields that may be absent, and those that are there but say nothing. */
type Loose<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

const saysNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The fields of a record that a source gives; what it leaves empty is not there. */
export const given = <T extends object>(fields: Loose<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !saysNothing(value)),
  ) as Partial<T>;
