import { getCollection } from 'astro:content';
import { deadLinksOf, type DeadLinks } from '../domain/link-report.ts';

const readDeadLinks = async (): Promise<DeadLinks> => {
  const [file] = await getCollection('links');
  return file === undefined ? new Map() : deadLinksOf(file.data);
};

let built: Promise<DeadLinks> | undefined;

/** The links that the last `npm run links` found dead: once a build, and anew for each page of a preview. */
export const loadDeadLinks = (): Promise<DeadLinks> =>
  import.meta.env.DEV ? readDeadLinks() : (built ??= readDeadLinks());
