import type { Catalog } from '../domain/catalog.ts';
import { KIND_LABELS } from '../domain/labels.ts';
import { hasLink, KINDS } from '../domain/paper.ts';

export type FacetOption = {
  readonly value: string;
  readonly name: string;
  /** listed papers that have it */
  readonly count: number;
};

type Facets = Readonly<Record<'topic' | 'kind' | 'has', readonly FacetOption[]>>;

/** The facet values that the search page offers before anything is loaded: those that some paper has. */
export const searchFacets = (
  catalog: Pick<Catalog, 'papers' | 'papersByTopic' | 'topics'>,
): Facets => {
  const { papers, papersByTopic, topics } = catalog;
  const known = (options: readonly FacetOption[]) => options.filter(({ count }) => count > 0);
  return {
    topic: known(
      topics.map(({ id, name }) => ({
        value: id,
        name,
        count: papersByTopic.get(id)?.length ?? 0,
      })),
    ),
    kind: known(
      KINDS.map((kind) => ({
        value: kind,
        name: KIND_LABELS[kind].one,
        count: papers.filter((paper) => paper.kind === kind).length,
      })),
    ),
    has: known([
      {
        value: 'code',
        name: 'Code',
        count: papers.filter((paper) => hasLink(paper, 'code')).length,
      },
    ]),
  };
};
