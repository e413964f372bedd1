import type { ConceptId, PaperId, TopicId } from '../../domain/fields.ts';
import { conceptPath, paperPath, topicPath, withBase } from '../../domain/urls.ts';
import type { NameMatch, Names } from '../../search/names.ts';
import { conceptIdOf } from '../../search/plain-slug.ts';
import type { Hit, Mark } from '../../search/protocol.ts';
import { EMPTY_STATE } from '../../search/url-state.ts';
import { stateToUrl } from '../search/address.ts';

/** A row of the dialog: one link. */
export type Row = {
  readonly url: string;
  readonly name: string;
  readonly marks: readonly Mark[];
  /** a line in small type, or nothing */
  readonly about: string;
};

export type TopicName = Names['topics'][number];
export type ConceptName = Names['concepts'][number];

/** Address of the search page with these words in its box. */
export const searchUrl = (base: string, q: string): string =>
  stateToUrl(withBase(base, '/search/'), { ...EMPTY_STATE, q });

/** The name of its first topic stands for who wrote it where nobody knows. */
export const paperRow = (
  base: string,
  { id, title, titleMarks, byline }: Hit,
  topic: string,
): Row => ({
  // hits come from our own index
  url: withBase(base, paperPath(id as PaperId)),
  name: title,
  marks: titleMarks,
  about: byline ?? topic,
});

export const topicRow = (base: string, { entry }: NameMatch<TopicName>): Row => ({
  url: withBase(base, topicPath(entry.id as TopicId)),
  name: entry.name,
  marks: [],
  about: '',
});

/** The alias that was typed says why a concept is there. */
export const conceptRow = (base: string, { entry, alias = '' }: NameMatch<ConceptName>): Row => ({
  url: withBase(base, conceptPath(conceptIdOf(entry) as ConceptId)),
  name: entry.name,
  marks: [],
  about: alias,
});
