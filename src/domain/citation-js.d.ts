// what citations use of citation-js, which brings no types

declare module '@citation-js/core' {
  type Register = { has: (name: string) => boolean; add: (name: string, value: string) => void };
  export const plugins: {
    readonly output: {
      format: (name: string, items: readonly object[], options?: object) => unknown;
    };
    readonly input: {
      chain: (text: string, options?: object) => unknown;
      data: (input: string | object, type: string) => unknown;
    };
    readonly config: {
      get: (name: string) => {
        styles: Register;
        format: Record<string, boolean>;
        constants: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      };
    };
  };
}

declare module '@citation-js/name' {
  export const parse: (name: string) => Record<string, string>;
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
