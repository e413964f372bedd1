/** The page of a paper on OpenReview; half a character in an id becomes a whole one, for addresses take no halves. */
export const forumUrl = (id: string): string =>
  `https://openreview.net/forum?id=${encodeURIComponent(id.toWellFormed())}`;
