import { defineCollection } from 'astro:content';
import {
  AUTHORS_SOURCE,
  CONCEPT_SOURCE,
  LINKS_SOURCE,
  MAP_SOURCE,
  PAPER_SOURCE,
  SITE_SOURCE,
  TOPIC_SOURCE,
} from './entries/entry-sources.ts';
import { entriesLoader } from './entries/loader.ts';

export const collections = {
  papers: defineCollection({ loader: entriesLoader(PAPER_SOURCE) }),
  topics: defineCollection({ loader: entriesLoader(TOPIC_SOURCE) }),
  concepts: defineCollection({ loader: entriesLoader(CONCEPT_SOURCE) }),
  authors: defineCollection({ loader: entriesLoader(AUTHORS_SOURCE) }),
  links: defineCollection({ loader: entriesLoader(LINKS_SOURCE) }),
  map: defineCollection({ loader: entriesLoader(MAP_SOURCE) }),
  site: defineCollection({ loader: entriesLoader(SITE_SOURCE) }),
};
