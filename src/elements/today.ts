/** Today where the reader is, as YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('sv');
