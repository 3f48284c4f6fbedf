import { describe, expect, test } from 'vitest';
import { contentData } from './content-data.ts';
import { savedNotice } from './offline/notice.ts';
import { dueDates, dueItems, dueUsers, factsIn, factsOfGuide, sourceReviewBy } from './review.ts';
import { datesAfter } from './shared/dates-after.ts';
import { allWizards } from './wizards.ts';

const source = [...contentData().sources.values()][0];
if (!source) throw new Error('there are no sources');

describe('review days', () => {
  test('a source is read again a year after it was read, or when it says', () => {
    const bare = { ...source, reviewBy: undefined };
    expect(sourceReviewBy({ ...bare, checked: '2026-11-23' })).toBe('2027-11-23');
    expect(sourceReviewBy({ ...bare, checked: '2026-11' })).toBe('2027-11');
    expect(sourceReviewBy({ ...bare, reviewBy: '2027-01' })).toBe('2027-01');
  });

  test('a page has one day for each fact and source, and none for an unknown id', () => {
    const ids = factsIn('Från [[slutprov-start]] och [[slutprov-start]], [[finns-inte]].');
    expect([...ids]).toEqual(['slutprov-start', 'finns-inte']);
    expect(dueDates(ids, [source.id, 'finns-inte'])).toHaveLength(2);
    expect(dueDates(ids, [])).toEqual([contentData().facts.get('slutprov-start')?.reviewBy]);
  });

  test('a guide rests on the facts it shows and on those in its texts', () => {
    const guide = allWizards().find(({ id }) => id === 'e-legitimation-personal');
    expect(guide && [...factsOfGuide(guide)]).toEqual(
      expect.arrayContaining(['digg-lista', ...(guide?.state ?? [])]),
    );
  });
});

describe('dueItems', () => {
  const users = dueUsers(allWizards());

  test('names facts, sources, pages and guides, soonest first, with what rests on them', () => {
    const items = dueItems('2030-01-01', 0, users);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['fact', 'source', 'page', 'guide']),
    );
    expect(items.map(({ reviewBy }) => reviewBy)).toEqual(
      items.map(({ reviewBy }) => reviewBy).toSorted(),
    );
    expect(items.find(({ id }) => id === 'slutprov-start')?.usedBy).toContain(
      '/nationella-prov/slutprov/',
    );
  });

  test('takes a day that is reached, and leaves one that is not', () => {
    const first = dueItems('2035-01-01', 0, users)[0];
    const day = first?.reviewBy ?? '';
    expect(dueItems(day, 0, users).map(({ reviewBy }) => reviewBy)).toContain(day);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(dueItems(before, 0, users)).toEqual([]);
    expect(dueItems(before, 1, users).length).toBeGreaterThan(0);
  });

  test('knows every page by the address it has', () => {
    expect(users.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        '/federation/',
        '/federation/felsokning/',
        '/beslutsguider/kontosynk/',
      ]),
    );
    expect(users.every(({ sources }) => sources.size > 0)).toBe(true);
  });
});

describe('a copy', () => {
  const html =
    '<p class="overdue" data-pagefind-ignore data-due="2026-11-01 2026-12 2027-02-15" hidden>x</p>' +
    '<li data-due="2027-03-01">y</li><p class="overdue" data-due="2027-05-23">z</p>';

  test('carries the days that were still to come when it was made', () => {
    expect(datesAfter('2026-11-23', html)).toBe('2026-12 2027-02-15 2027-05-23');
    expect(datesAfter('2028-01-01', html)).toBe('');
  });

  test('takes nothing from a page but days', () => {
    expect(datesAfter('2026-11-23', '<p class="overdue" data-due="&gt; 2027-01-01 x">')).toBe(
      '2027-01-01',
    );
  });

  test('says it in the notice, hidden until a day has passed, and only when there is one', () => {
    const notice = (page: string) => savedNotice('2026-11-23', 'https://example.org/om.html', page);
    expect(notice(html)).toMatch(/<span data-due="2026-12 2027-02-15 2027-05-23" hidden>/);
    expect(notice('<p>ingen</p>')).not.toContain('data-due');
  });
});
