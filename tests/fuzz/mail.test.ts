import { load } from 'cheerio';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { toDigestItem } from '../../src/domain/digest-items.ts';
import { digestMailToHtml } from '../../src/domain/digest-mail-html.ts';
import { toDigestMail, type DigestIssue } from '../../src/domain/digest-mail.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { topicIdSchema, type Topic } from '../../src/domain/topic.ts';
import { toMessage } from '../../scripts/lib/digest-message.ts';
import { readRecipients } from '../../scripts/lib/recipients.ts';
import { anyMess, anyPump } from './hostile-texts.ts';
import { expectClear, unharmed } from './promises.ts';

const ROOT = 'https://shelf.example/x';
const SITE = { title: 'Shelf', language: 'en', colours: undefined };

/** Words of every kind, also where no schema lets them through: the mail is safe by itself. */
const anyWords = fc.oneof(
  { weight: 20, arbitrary: anyMess },
  {
    weight: 5,
    arbitrary: anyMess.map((mess) => `We show ${mess} gains of 5% over $x$. It is ${mess}.`),
  },
  anyPump(2000),
);

const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    title: anyWords,
    abstract: anyWords,
    name: anyWords,
    venue: anyWords,
    lang: fc.oneof(anyMess, fc.constant('en')),
  })
  .map(
    ({ title, abstract, name, venue, lang }) =>
      ({
        ...{ id: 'a', title, abstract, lang, authors: [{ name }], container: { name: venue } },
        ...{ topics: ['t'], date: '2024' },
      }) as unknown as Paper,
  );

const topicId = topicIdSchema.parse('t');
const topicNamed = (name: string): Topic => ({
  id: topicId,
  name,
  summary: name,
  order: 1,
  introduction: '',
});

const issueOf = (papers: readonly Paper[], title: string, topic: Topic): DigestIssue => ({
  site: { ...SITE, title },
  digest: { date: '2026-11-20', isNew: true, papers, rest: [] },
  items: papers.map((paper) => toDigestItem(paper, { topicById: new Map([[topicId, topic]]) })),
  hrefOf: (path) => ROOT + path,
  mail: 'keeper@shelf.example',
});

const shapeOf = (html: string): string => {
  const elements = load(html)(
    '[class], [href], html, head, body, title, style, img, script',
  ).toArray();
  return elements
    .map(({ tagName, attribs }) => `${tagName} ${Object.keys(attribs).toSorted().join()}`)
    .filter((tag) => !/^(?:p|strong)\b/.test(tag))
    .join('\n');
};

test('a mail has the headers, elements and links of a mail, whatever papers and settings say', async () => {
  const harmless = { id: 'a', title: 'A', abstract: 'B.', lang: 'en', topics: ['t'] };
  const shape = shapeOf(
    digestMailToHtml(toDigestMail(issueOf([harmless as unknown as Paper], 'A', topicNamed('T')))),
  );
  await fc.assert(
    fc.asyncProperty(anyPaper, anyMess, anyWords, async (paper, site, topicName) => {
      // a link of half a character is none; the settings have whole ones
      const issue = issueOf([paper], site.toWellFormed(), topicNamed(topicName));
      const mail = unharmed(() => toDigestMail(issue));
      // as its bytes will say it
      const html = unharmed(() => digestMailToHtml(mail)).toWellFormed();
      expect(shapeOf(html)).toBe(shape);
      const hrefs = load(html)('[href]').toArray();
      for (const { attribs } of hrefs)
        expect(attribs['href']).toMatch(
          /^(?:https:\/\/shelf\.example\/x\/|mailto:keeper@shelf\.example\?)/,
        );
      const post = {
        mail,
        from: { name: site, address: issue.mail },
        date: issue.digest.date,
        siteUrl: `${ROOT}/`,
        archive: `${ROOT}/digest/`,
      };
      const message = await toMessage(post, { name: site, address: 'zoe@reader.example' });
      const { headers, to, attachments } = await simpleParser(message);
      expect([...headers.keys()].toSorted().join()).toBe(
        'auto-submitted,content-type,date,from,list,message-id,mime-version,subject,to',
      );
      expect(to).toMatchObject({ value: [{ address: 'zoe@reader.example' }] });
      expect(attachments).toEqual([]);
    }),
  );
});

test('a list of recipients is read, or said to be none', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyMess, fc.constant('Zoe <zoe@reader.example>'))), (lines) => {
      const { recipients, problems } = unharmed(() => readRecipients(lines.join('\n'), 'a'));
      expectClear(problems);
      for (const { address } of recipients) expect(address).toMatch(/^[^\s<>,;]+@[^\s<>,;]+$/);
    }),
  );
});
