import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperId } from './fields.ts';
import { highwireTags, type PaperContext } from './highwire.ts';
import { breadcrumbList, scholarlyArticle, toScriptJson } from './json-ld.ts';
import type { Paper } from './paper.ts';

const CONTEXT: PaperContext = { topics: ['Bees', 'Tides'], language: 'en' };

const paper = (fields: Partial<Paper> = {}): Paper => ({
  id: 'a-paper' as PaperId,
  title: 'A Paper',
  abstract: '',
  ...fields,
});

const contentsOf = (tags: readonly (readonly [string, string])[], name: string) =>
  tags.filter(([one]) => one === name).map(([, content]) => content);

describe('Highwire tags', () => {
  it('are few for a paper of which little is known', () => {
    expect(highwireTags(paper(), { ...CONTEXT, topics: [] })).toEqual([
      ['citation_title', 'A Paper'],
      ['citation_language', 'en'],
    ]);
  });

  it('name each author in order, dates with slashes, and both pages', () => {
    const tags = highwireTags(
      paper({
        authors: [{ name: 'Bo Writer' }, { name: 'Ada Author' }],
        date: '2024-03',
        container: { type: 'journal', name: 'Journal of Light', pages: '10–20' },
      }),
      CONTEXT,
    );
    expect(contentsOf(tags, 'citation_author')).toEqual(['Bo Writer', 'Ada Author']);
    expect(contentsOf(tags, 'citation_publication_date')).toEqual(['2024/03']);
    expect(contentsOf(tags, 'citation_journal_title')).toEqual(['Journal of Light']);
    expect(contentsOf(tags, 'citation_firstpage')).toEqual(['10']);
    expect(contentsOf(tags, 'citation_lastpage')).toEqual(['20']);
    expect(contentsOf(tags, 'citation_keywords')).toEqual(['Bees; Tides']);
  });

  it('call a container what it is, or else it is read as something else', () => {
    const nameOf = (type: 'workshop' | 'thesis' | 'report' | 'book') =>
      highwireTags(paper({ container: { type, name: 'N' } }), CONTEXT).map(([name]) => name);
    expect(nameOf('workshop')).toContain('citation_conference_title');
    expect(nameOf('thesis')).toContain('citation_dissertation_institution');
    expect(nameOf('report')).toContain('citation_technical_report_institution');
    expect(nameOf('book')).toContain('citation_inbook_title');
  });
});

describe('JSON-LD', () => {
  it('says where else the paper is', () => {
    expect(scholarlyArticle(paper({ doi: '10.5555/x<y', arxiv: '2401.00001' }), CONTEXT)).toEqual(
      expect.objectContaining({
        '@type': 'ScholarlyArticle',
        sameAs: ['https://doi.org/10.5555/x%3Cy', 'https://arxiv.org/abs/2401.00001'],
        inLanguage: 'en',
      }),
    );
  });

  it('counts the places of a breadcrumb from one', () => {
    const places = [
      { name: 'Home', address: 'https://x.org/' },
      { name: 'Topics', address: 'https://x.org/topics/' },
    ];
    expect(JSON.stringify(breadcrumbList(places))).toContain('"position":2,"name":"Topics"');
  });

  it('cannot end the element that holds it, and is read back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = toScriptJson({ name: `</script><!--${text}` });
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(json)).toEqual({ name: `</script><!--${text}` });
      }),
    );
  });
});
