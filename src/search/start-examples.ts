/** The fields that say most about what a collection holds, each better than those after it. */
const FIELDS = ['topic:', 'kind:', 'author:', 'has:', 'year:'];
const MOST = 3;

/** Of searches that show the query language, those to begin with: words, and what papers are about. */
export const startExamples = <T extends { readonly q: string }>(
  examples: readonly T[],
): readonly T[] => {
  const byField = FIELDS.flatMap((field) => examples.find(({ q }) => q.startsWith(field)) ?? []);
  const [words] = examples.filter(({ q }) => !FIELDS.some((field) => q.startsWith(field)));
  return [...(words === undefined ? [] : [words]), ...byField].slice(0, MOST);
};
