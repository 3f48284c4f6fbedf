import { swedishDate } from '../dates.ts';
import { t } from '../strings.ts';
import { escapeHtml } from './edit-html.ts';

/** Where the notice goes, once in every page: before the page's own content. */
export const noticePlace = '<div class="page">';

/** How old a copy is and where the page of today is. */
export function savedNotice(day: string, address: string): string {
  const { host, pathname } = new URL(address);
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(host + pathname)}</a>`;
  return notice(t('copy.saved', { date: swedishDate(day), address: '\0' }).replace('\0', link));
}

/** As the service worker shows it; the worker puts the address of the download page for `%page%`. */
export function workerNotices(day: string): { notice: string; newer: string } {
  const link = (text: string) => `<a href="%page%">${escapeHtml(text)}</a>`;
  const saved = escapeHtml(t('copy.savedHere', { date: swedishDate(day) }));
  return {
    notice: notice(`${saved} ${link(t('copy.lookForNewer'))}`),
    newer: notice(`${saved} ${link(t('copy.fetchNewer'))}`),
  };
}

/** A landmark of its own, since it stands outside the others. */
const notice = (html: string) =>
  `<aside class="saved-copy" aria-label="${escapeHtml(t('copy.label'))}">${html}</aside>`;

/** Seen only when the style sheet is missing: somebody looks inside the archive. */
export function notUnpackedNotice(): string {
  return `<p class="not-unpacked"><strong>${escapeHtml(t('copy.notUnpacked'))}</strong></p>`;
}
