/**
 * Scripts that are written from right to left, and the signs that turn the direction of what follows them: Hebrew
 * to Arabic Extended-A, marks and embeddings, presentation forms, ancient scripts, and those from Adlam to Arabic
 * mathematics.
 */
const TURNING =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Whether any of a text may be read from right to left. All others read the same with and without `dir="auto"` and
 * `<bdi>`, of which long lists would have thousands.
 */
export const mayTurn = (text: string): boolean => TURNING.test(text);
