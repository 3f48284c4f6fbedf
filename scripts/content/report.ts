import { isBefore } from '../../src/site/dates.ts';
import { areaEases, easeLimits, pageEases } from '../../src/site/language/page-ease.ts';
import { allPassages } from '../../src/site/language/passages.ts';
import { median } from '../../src/site/language/reading-ease.ts';
import { type PageFacts, readContent } from './read-pages.ts';

/** Days ahead in which a review counts as due soon. */
const soonDays = 60;

export interface PageReport extends PageFacts {
  readonly words: number;
  readonly sentences: number;
  readonly lix: number;
  /** Words of the longest sentence. */
  readonly longest: number;
}

export interface ContentReport {
  readonly today: string;
  readonly pages: readonly PageReport[];
  readonly areas: ReturnType<typeof areaEases>;
  readonly medians: readonly { readonly of: string; readonly lix: number; readonly most: number }[];
  readonly overdue: readonly Due[];
  readonly soon: readonly Due[];
  readonly unconfirmed: readonly string[];
  readonly untranslated: {
    readonly languages: readonly string[];
    readonly pages: readonly string[];
    readonly wizards: readonly string[];
  };
  readonly broken: readonly string[];
}

/** A fact, page or guide whose review date has passed or is near. */
export interface Due {
  readonly kind: 'fact' | 'page' | 'wizard';
  readonly id: string;
  readonly reviewBy: string;
  /** Where it is used, for a fact. */
  readonly usedBy: readonly string[];
}

/** Print how the content stands. @returns 1 when a reference is broken, else 0. */
export function report(root: string, today: string, isJson: boolean): 0 | 1 {
  const made = makeReport(root, today);
  if (isJson) console.log(JSON.stringify(made, null, 2));
  else print(made);
  return made.broken.length ? 1 : 0;
}

/** How the content stands on a day. */
export function makeReport(root: string, today: string): ContentReport {
  const content = readContent(root, today);
  const eases = pageEases(allPassages(root), content.factValues);
  const pages = content.pages.map((page): PageReport => {
    const ease = eases.find(({ file }) => file === page.file)?.ease;
    const { words = 0, sentences = 0, lix = 0, longest = [] } = ease ?? {};
    return { ...page, words, sentences, lix, longest: longest[0]?.words ?? 20 };
  });
  const soonDay = addDays(today, soonDays);
  const due = content.due.toSorted((a, b) => a.reviewBy.localeCompare(b.reviewBy));
  const { untranslated, broken, unconfirmed } = content;
  return {
    today,
    pages,
    areas: areaEases(eases),
    medians: easeLimits.map(({ area, most }) => {
      const own = pages.filter((page) => area === null || page.area === area);
      return { of: area ?? 'guidance', lix: median(own.map(({ lix }) => lix)), most };
    }),
    overdue: due.filter(({ reviewBy }) => isBefore(reviewBy, today)),
    soon: due.filter(({ reviewBy }) => !isBefore(reviewBy, today) && isBefore(reviewBy, soonDay)),
    unconfirmed,
    untranslated,
    broken,
  };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function print(made: ContentReport): void {
  const { pages, areas, medians, overdue, soon, unconfirmed, untranslated, broken } = made;
  console.log(`The content on ${made.today}\n`);
  table(
    ['page', 'words', 'LIX', 'longest', 'sources', 'review by'],
    pages.map(({ id, words, lix, longest, sources, reviewBy }) => [
      id,
      words,
      lix,
      longest > 20 ? longest : '',
      sources.length,
      reviewBy,
    ]),
  );
  table(
    ['area', 'pages', 'words', 'median LIX'],
    areas.map(({ area, pages: count, words, median: middle }) => [area, count, words, middle]),
  );
  for (const { of, lix, most } of medians)
    console.log(`Median LIX of ${of}: ${lix} (at most ${most})`);
  const words = pages.reduce((sum, page) => sum + page.words, 0);
  console.log(`${pages.length} pages, ${words} words.\n`);
  list('Overdue', overdue.map(dueLine));
  list(`Due within ${soonDays} days`, soon.map(dueLine));
  list('Facts not confirmed', unconfirmed);
  console.log(`Languages beside Swedish: ${untranslated.languages.join(', ') || 'none'}`);
  console.log(
    `Untranslated: ${untranslated.pages.length} of ${pages.length} pages, ${untranslated.wizards.length} guides\n`,
  );
  list('Broken references', broken);
}

function dueLine({ kind, id, reviewBy, usedBy }: Due): string {
  const used = usedBy.length
    ? ` (used by ${usedBy.length}: ${usedBy.slice(0, 3).join(', ')}${usedBy.length > 3 ? ' …' : ''})`
    : '';
  return `${reviewBy} ${kind} ${id}${used}`;
}

function list(title: string, lines: readonly string[]): void {
  console.log(`${title}: ${lines.length || 'none'}`);
  for (const line of lines) console.log(`  ${line}`);
  console.log('');
}

/** Columns as wide as their widest cell; figures to the right. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  );
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
      })
      .join('  ')
      .trimEnd();
  console.log(line(head));
  for (const row of rows) console.log(line(row));
  console.log('');
}
