/**
 * The review days on a page, as its marks carry them, that were still to come on a day.
 *
 * @param day `2026-11-23`, the day a copy was made.
 * @returns As a `data-due` attribute has them; empty when there are none.
 */
export function datesAfter(day: string, html: string): string {
  return [...html.matchAll(/<p class="overdue"[^>]* data-due="([^"]*)"/g)]
    .flatMap(([, dates = '']) => dates.split(' '))
    .filter((date) => /^[\d-]+$/.test(date) && date >= day.slice(0, date.length))
    .join(' ');
}
