import { Readable } from 'node:stream';
import FeedParser from 'feedparser';

/** A feed as feedparser reads it; it gives up at the first thing that is no XML. */
export const readAtom = async (xml: string) => {
  const parser = new FeedParser({ normalize: true, addmeta: false, resume_saxerror: false });
  const items: FeedParser.Item[] = [];
  let meta: FeedParser.Meta | undefined;
  parser.on('meta', (found) => (meta = found));
  Readable.from([xml]).pipe(parser);
  for await (const item of parser) items.push(item);
  return { meta, items };
};
