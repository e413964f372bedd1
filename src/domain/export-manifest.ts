import { SCHEMA_VERSION, type SiteSettings } from './site-settings.ts';

/** A file to take away, with what tells whether it arrived whole. */
export type ExportFile = {
  /** below `/data/` */
  readonly path: string;
  /** media type */
  readonly type: string;
  readonly body: string;
  readonly bytes: number;
  /** SHA-256 of its bytes, in hexadecimal digits */
  readonly sha256: string;
  /** papers in it */
  readonly count?: number | undefined;
};

export type ManifestParts = {
  readonly site: Pick<SiteSettings, 'title' | 'description' | 'dataLicence'>;
  /** address of the home page, when the site has one */
  readonly url?: string | undefined;
  /** the day the collection last changed */
  readonly date?: string | undefined;
  readonly count: number;
  /** the first has all that is known, so its sum tells one version of the collection from another */
  readonly files: readonly ExportFile[];
};

const VERSION_LENGTH = 16;

/** What the data files are, for scripts that ask first whether something changed. */
export const toManifest = ({ site, url, date, count, files }: ManifestParts): string => {
  const manifest = {
    name: site.title,
    description: site.description,
    url,
    licence: site.dataLicence,
    schema: SCHEMA_VERSION,
    version: files[0]?.sha256.slice(0, VERSION_LENGTH),
    date,
    count,
    files: files.map((file) => ({ ...file, body: undefined })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};
