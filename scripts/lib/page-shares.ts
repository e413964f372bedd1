import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';

/**
 * What one of two processes makes that build a site together: `papers` a part of the pages of papers, `others`
 * all the rest. Both make the same styles and scripts.
 */
export const PAGE_SHARES = ['papers', 'others'] as const;
export type PageShare = (typeof PAGE_SHARES)[number];

export const readShare = (text = ''): PageShare | undefined =>
  PAGE_SHARES.find((share) => share === text);

const PAPER_PAGE = 'src/pages/papers/[id].astro';

/** Of every ten pages of papers so many are made beside the rest, which with the others and all else takes about as long. */
const TENTHS_BESIDE = 8;

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

const isPaperPage = ({ component }: RouteData): boolean => component === PAPER_PAGE;

/** The paths that fall to a share: every path is in exactly one. */
export const pathsOfShare = (paths: readonly Path[], share: PageShare): Path[] => {
  let papers = 0;
  return paths.filter(({ route }) => {
    const isBeside = isPaperPage(route) && papers++ % 10 < TENTHS_BESIDE;
    return isBeside === (share === 'papers');
  });
};

/** What the renderer that Astro makes holds beside what its type tells. */
type Rendering = AstroPrerenderer & {
  readonly app?: { readonly manifest?: { routes?: readonly { readonly routeData: RouteData }[] } };
};

/**
 * The paths of papers alone, where Astro lets its routes be narrowed: asking every route for its paths makes
 * search index, exports and map, which the other process makes.
 */
const pathsOfPapers = async (astro: Rendering): Promise<Path[]> => {
  const manifest = astro.app?.manifest;
  const routes = manifest?.routes;
  if (manifest === undefined || routes === undefined) return astro.getStaticPaths();
  manifest.routes = routes.filter(({ routeData }) => isPaperPage(routeData));
  try {
    return await astro.getStaticPaths();
  } finally {
    manifest.routes = routes;
  }
};

const rendererOf =
  (share: PageShare) =>
  (astro: AstroPrerenderer): AstroPrerenderer => ({
    ...astro,
    getStaticPaths: async () => {
      const paths = share === 'papers' ? pathsOfPapers(astro) : astro.getStaticPaths();
      return pathsOfShare(await paths, share);
    },
  });

/** Makes only the pages of a share. */
export const makeShare = (share: PageShare): AstroIntegration => ({
  name: `share-${share}`,
  hooks: {
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer(rendererOf(share));
    },
  },
});
