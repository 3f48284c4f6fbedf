import { describe, expect, test } from 'vitest';
import { makeReport } from '../../scripts/content/report.ts';

const root = process.cwd();

describe('the report of the content', () => {
  const report = makeReport(root, '2026-11-23');

  test('has every page with words, reading ease, sources and review date', () => {
    expect(report.pages.length).toBeGreaterThanOrEqual(60);
    for (const page of report.pages) {
      expect(page.words, page.id).toBeGreaterThan(50);
      expect(page.lix, page.id).toBeGreaterThan(10);
      expect(page.sources.length, page.id).toBeGreaterThan(0);
      expect(page.reviewBy, page.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('sums up the areas and compares the medians with their limits', () => {
    const words = report.pages.reduce((sum, page) => sum + page.words, 0);
    expect(report.areas.reduce((sum, area) => sum + area.words, 0)).toBe(words);
    expect(report.medians.map(({ of, most }) => [of, most])).toEqual([
      ['guidance', 45],
      ['for-larare', 38],
    ]);
  });

  test('finds no broken reference', () => {
    expect(report.broken).toEqual([]);
  });

  test('says what is overdue on a later day, with where it is used', () => {
    const later = makeReport(root, '2028-01-01');
    expect(later.overdue.length).toBeGreaterThan(report.overdue.length);
    const start = later.overdue.find(({ id }) => id === 'slutprov-start');
    expect(start).toMatchObject({ kind: 'fact' });
    expect(start?.usedBy.length).toBeGreaterThan(2);
  });

  test('counts what is not translated', () => {
    const { pages, wizards, languages } = report.untranslated;
    if (languages.length === 0) expect(pages.length).toBe(report.pages.length);
    expect(wizards.length).toBeLessThanOrEqual(12);
  });
});
