import fc from 'fast-check';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { load } from 'cheerio';
import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/domain/catalog.ts';
import { digestOf } from '../../src/domain/digest.ts';
import { toDigestItem } from '../../src/domain/digest-items.ts';
import { toDigestMail, type DigestIssue } from '../../src/domain/digest-mail.ts';
import { digestMailToHtml } from '../../src/domain/digest-mail-html.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { checkContent } from '../../scripts/lib/check-content.ts';
import { toMessage, type DigestPost, type Mailbox } from '../../scripts/lib/digest-message.ts';
import { TEST_SITES } from '../setup/test-sites.ts';
import { lawRuns } from '../laws/runs.ts';

const ROOT = 'https://shelf.example/x';
const READER = { name: 'Zoë, "the reader"', address: 'zoe@reader.example' };

const { collection } = await checkContent(TEST_SITES.fixture.contentDir);
const catalog = buildCatalog(collection!);
const hrefOf = (path: string): string => ROOT + path;

const issueOf = (date: string, fields: Partial<DigestIssue> = {}): DigestIssue => {
  const digest = digestOf(catalog.papers, date)!;
  const items = digest.papers.map((paper) => toDigestItem(paper, catalog));
  return { site: catalog.site, digest, items, hrefOf, mail: 'keeper@shelf.example', ...fields };
};

const postOf = (issue: DigestIssue, fields: Partial<DigestPost> = {}): DigestPost => ({
  mail: toDigestMail(issue),
  from: { name: issue.site.title, address: issue.mail },
  date: issue.digest.date,
  siteUrl: hrefOf('/'),
  archive: hrefOf('/digest/'),
  ...fields,
});

const parse = async (post: DigestPost, to: Mailbox = READER): Promise<ParsedMail> =>
  simpleParser(await toMessage(post, to));

const NEW = issueOf('2026-11-20');
const QUIET = issueOf('2026-11-19');
/** A day on which all papers of the collection came, with the hostile ones among them. */
const ALL: DigestIssue = {
  ...NEW,
  digest: { ...NEW.digest, papers: catalog.papers },
  items: catalog.papers.map((paper) => toDigestItem(paper, catalog)),
};

/** What a reader sees, white space folded. */
const seen = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textOf = (html: string): string => seen(load(html)('body').text());

describe('a mail, read back', () => {
  test('says who sends it to whom, of which list it is and how to leave', async () => {
    const { from, to, subject, date, messageId, headers, attachments } = await parse(postOf(NEW));
    expect(from?.value).toEqual([{ name: 'The Test Shelf', address: 'keeper@shelf.example' }]);
    expect(to).toMatchObject({ value: [READER] });
    expect(subject).toBe('The Test Shelf digest, 20 November 2026: 4 new papers');
    expect(date).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect(messageId).toMatch(/^<[0-9a-f]{40}@shelf\.example>$/);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list')).toEqual({
      id: { name: 'The Test Shelf', id: 'digest.x.shelf.example' },
      unsubscribe: {
        mail: 'keeper@shelf.example?subject=Unsubscribe%3A%20The%20Test%20Shelf%20digest',
      },
      archive: { url: 'https://shelf.example/x/digest/' },
    });
    expect(attachments).toEqual([]);
  });

  test.each([
    ['new papers', NEW],
    ['papers of the collection', QUIET],
    ['every paper there is', ALL],
  ])('has the same words and links in text and HTML: %s', async (_, issue) => {
    const { text = '', html = '' } = await parse(postOf(issue));
    const $ = load(html || '');
    for (const [at, { paper, topic, lead }] of issue.items.entries()) {
      const href = hrefOf(`/papers/${paper.id}/`);
      expect($(`h2 a[href="${href}"]`).length, href).toBe(1);
      expect(text).toContain(`\n${' '.repeat(`${at + 1}. `.length)}${href}\n`);
      const words = [
        topic?.name ?? '',
        ...(paper.authors ?? []).slice(0, 3).map(({ name }) => name),
      ];
      if (!lead.some((piece) => piece.text.includes('$')))
        words.push(lead.map((piece) => piece.text).join(''));
      for (const word of words) {
        expect(seen(text)).toContain(seen(word));
        expect(textOf(html || '')).toContain(seen(word));
      }
    }
    expect($('h2').length).toBe(issue.items.length);
  });

  test('says of an import how many papers are left and where they are', async () => {
    const rest = catalog.papers.slice(0, 3);
    const issue = { ...NEW, digest: { ...NEW.digest, rest } };
    const { text, html } = await parse(postOf(issue));
    const href = hrefOf('/digest/2026-11-20/');
    expect(text).toContain(`3 more new papers:\n${href}`);
    expect(load(html || '')(`a[href="${href}"]`).text()).toBe('3 more new papers');
  });

  test('of a topic says so in subject, list and links', async () => {
    const topic = catalog.topics[0]!;
    const issue = { ...NEW, topic, digest: { ...NEW.digest, rest: catalog.papers.slice(0, 1) } };
    const { subject, headers, text } = await parse(postOf(issue, { topic: topic.id }));
    expect(subject).toContain(`The Test Shelf digest, ${topic.name}, 20 November 2026`);
    const list = headers.get('list') as unknown as { id: { id: string } };
    expect(list.id.id).toBe(`${topic.id}.digest.x.shelf.example`);
    expect(text).toContain(hrefOf(`/topics/${topic.id}/`));
  });

  test('is shorter than what mail programs cut off, and has no line longer than they take', async () => {
    const digest = { ...NEW.digest, papers: catalog.papers.slice(0, 20) };
    const message = await toMessage(
      postOf({ ...ALL, digest, items: ALL.items.slice(0, 20) }),
      READER,
    );
    expect(message.length).toBeLessThan(102_000);
    expect(
      Math.max(
        ...message
          .toString()
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(200);
    expect(message.toString()).not.toMatch(/[^\r]\n|[^\0-\x7f]/);
  });
});

describe('the bytes of a mail', () => {
  test('are the same each time, and differ by recipient in header and boundary alone', async () => {
    const [first, second, other] = await Promise.all([
      toMessage(postOf(NEW), READER),
      toMessage(postOf(issueOf('2026-11-20')), READER),
      toMessage(postOf(NEW), { name: '', address: 'other@reader.example' }),
    ]);
    expect(second.equals(first)).toBe(true);
    expect(other.equals(first)).toBe(false);
  });

  test('name it by digest and recipient, not by what it says', async () => {
    const idOf = async (issue: DigestIssue, to: Mailbox = READER, topic?: string) =>
      (await parse(postOf(issue, { topic }), to)).messageId;
    const id = await idOf(NEW);
    expect(await idOf({ ...NEW, items: [] }, { name: 'Z', address: 'ZOE@reader.example' })).toBe(
      id,
    );
    const others = [
      await idOf(QUIET),
      await idOf(NEW, { name: '', address: 'other@reader.example' }),
      await idOf(NEW, READER, 'bees'),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });
});

describe('headers', () => {
  const KEYS = [
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'list',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ];
  const anyNasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          'Bcc: a@b.example',
          '<',
          '>',
          '"',
          ',',
          ';',
          '\\',
          ' ',
          '\0',
          'é',
          '=?UTF-8?Q?=0ABcc:?=',
          '\r\n\r\nbody',
        ),
      )
      .map((parts) => parts.join('')),
  );

  test('are these and no others, whatever a title or a name is', async () => {
    await fc.assert(
      fc.asyncProperty(anyNasty, anyNasty, async (title, name) => {
        const issue = { ...NEW, items: [], site: { ...NEW.site, title } };
        const { headers, to, from, text } = await parse(postOf(issue), { ...READER, name });
        expect([...headers.keys()].toSorted()).toEqual(KEYS);
        expect(to).toMatchObject({ value: [{ address: READER.address }] });
        expect(from?.value.map(({ address }) => address)).toEqual(['keeper@shelf.example']);
        expect(text).toContain('4 new papers.');
      }),
      { numRuns: lawRuns(150) },
    );
  });
});

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      'doctype-style': 'off',
      'long-title': 'off',
      // what mail programs understand is the HTML of long ago
      'no-inline-style': 'off',
      'no-deprecated-attr': 'off',
      'prefer-tbody': 'off',
      'presentation-role-style': 'off',
    },
  }),
);

const faultsOf = async (html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
};

describe('the HTML of a mail', () => {
  const html = digestMailToHtml(toDigestMail(ALL));
  const $ = load(html);

  test.each([NEW, QUIET, ALL])('is valid: %#', async (issue) => {
    expect(await faultsOf(digestMailToHtml(toDigestMail(issue)))).toEqual([]);
  });

  test('loads nothing and runs nothing', () => {
    expect($('img, script, link, iframe, object, form, [src], [background]').length).toBe(0);
    expect(html).not.toMatch(/url\(|@import|javascript:/);
  });

  test('has every colour of a text on a ground of its own, and the dark ones for those who like it dark', () => {
    expect($('body').attr('style')).toMatch(/background-color:#/);
    const bare = $('h1, h2, p, a, strong')
      .toArray()
      .filter((element) => !/color:#/.test($(element).attr('style') ?? ''));
    expect(bare.length).toBe(0);
    expect($('meta[name="color-scheme"]').attr('content')).toBe('light dark');
    const classes = new Set(
      $('[class]')
        .toArray()
        .flatMap((element) => ($(element).attr('class') ?? '').split(' ')),
    );
    for (const name of classes) expect($('style').text()).toContain(`.${name}{`);
  });

  test('is laid out by tables that screen readers do not read as tables', () => {
    expect($('table:not([role="presentation"])').length).toBe(0);
    expect($('html').attr('lang')).toBe('en');
  });

  test('shows what papers say as text, whatever they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const paper = { ...NEW.items[0]!.paper, title: `a${title}b` } as Paper;
        const mail = toDigestMail({ ...NEW, items: [{ ...NEW.items[0]!, paper }] });
        expect(load(digestMailToHtml(mail))('*').length).toBe(
          load(digestMailToHtml(toDigestMail({ ...NEW, items: [NEW.items[0]!] })))('*').length,
        );
      }),
    );
  });
});
