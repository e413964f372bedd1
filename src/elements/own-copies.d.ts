/** A script with copies of all that it imports: it comes as one file (scripts/lib/own-copies.ts). */
declare module '*?own';
