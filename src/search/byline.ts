import { KIND_LABELS } from '../domain/labels.ts';
import type { Hit } from './protocol.ts';
import type { SearchPaper } from './payload.ts';

/** `A. Author, B. Author and others, Venue, 2024`, as far as known. */
export const bylineOf = ({
  authors = [],
  venue,
  date,
}: Pick<SearchPaper, 'authors' | 'venue' | 'date'>): string | undefined => {
  const names = authors.length > 3 ? [`${authors[0] ?? ''} and others`] : authors;
  const parts = [...names, ...(venue === undefined ? [] : [venue]), ...(date ?? '').split('-', 1)];
  return parts.filter((part) => part !== '').join(', ') || undefined;
};

/** @example 'Survey · Model Compression, Edge AI · Code' */
export const factsOf = (
  { kind, topics, hasCode }: Pick<Hit, 'kind' | 'topics' | 'hasCode'>,
  topicName: (id: string) => string,
): string =>
  [kind && KIND_LABELS[kind].one, topics.map(topicName).join(', '), hasCode && 'Code']
    .filter(Boolean)
    .join(' · ');
