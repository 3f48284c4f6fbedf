import { swedishDate } from '../dates.ts';
import { datesAfter } from '../shared/dates-after.ts';
import { t } from '../strings.ts';
import { escapeHtml } from './edit-html.ts';

/** Where the notice goes, once in every page: before the page's own content. */
export const noticePlace = '<div class="page">';

/**
 * How old a copy is, where the page of today is, and, by the reader's clock, for how much on the page
 * the time has run out since.
 *
 * @param html The page the notice is for.
 */
export function savedNotice(day: string, address: string, html: string): string {
  const { host, pathname } = new URL(address);
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(host + pathname)}</a>`;
  const saved = t('copy.saved', { date: swedishDate(day), address: '\0' }).replace('\0', link);
  const dates = datesAfter(day, html);
  return notice(dates === '' ? saved : `${saved} ${sinceThen(dates)}`);
}

/** The script of every page shows it when one of the dates has passed, with how many. */
function sinceThen(dates: string): string {
  return `<span data-due="${dates}" hidden>${t('due.copy', { n: '<b>0</b>' })}</span>`;
}

/** As the service worker shows it; the worker fills in `%page%`, the download page, and `%due%`. */
export function workerNotices(day: string): { notice: string; newer: string } {
  const link = (text: string) => `<a href="%page%">${escapeHtml(text)}</a>`;
  const saved = escapeHtml(t('copy.savedHere', { date: swedishDate(day) }));
  const since = sinceThen('%due%');
  return {
    notice: notice(`${saved} ${link(t('copy.lookForNewer'))} ${since}`),
    newer: notice(`${saved} ${link(t('copy.fetchNewer'))} ${since}`),
  };
}

/** A landmark of its own, since it stands outside the others. */
const notice = (html: string) =>
  `<aside class="saved-copy" aria-label="${escapeHtml(t('copy.label'))}">${html}</aside>`;

/** Seen only when the style sheet is missing: somebody looks inside the archive. */
export function notUnpackedNotice(): string {
  return `<p class="not-unpacked"><strong>${escapeHtml(t('copy.notUnpacked'))}</strong></p>`;
}
