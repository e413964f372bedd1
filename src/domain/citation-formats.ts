/** The formats that a paper is cited in; in a module without the libraries that write them, for pages load it. */
export const CITATION_FORMATS = ['bibtex', 'ris', 'csl-json', 'text', 'markdown'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** One paper, or several, in every format. */
export type Citations = Readonly<Record<CitationFormat, string>>;

export type FormatFacts = {
  readonly label: string;
  /** of a file, without the dot */
  readonly ending: string;
  /** media type */
  readonly type: string;
};

export const FORMAT_FACTS: Readonly<Record<CitationFormat, FormatFacts>> = {
  bibtex: { label: 'BibTeX', ending: 'bib', type: 'application/x-bibtex' },
  ris: { label: 'RIS', ending: 'ris', type: 'application/x-research-info-systems' },
  'csl-json': {
    label: 'CSL-JSON',
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
  },
  text: { label: 'Plain text', ending: 'txt', type: 'text/plain' },
  markdown: { label: 'Markdown', ending: 'md', type: 'text/markdown' },
};

export const isCitationFormat = (value: string | undefined): value is CitationFormat =>
  CITATION_FORMATS.some((format) => format === value);

/**
 * A citation as it stands in a file. Pages hold it with line feeds, for HTML folds line ends to them; RIS wants
 * carriage returns as well. Every file ends with a line end.
 */
export const toCitationFile = (format: CitationFormat, shown: string): string => {
  const end = format === 'ris' ? '\r\n' : '\n';
  return `${shown.replace(/[\r\n]+$/, '').replace(/\r?\n/g, end)}${end}`;
};
