import { translator } from '../page-data.ts';

/** Filled in by the bundler: the texts under `saved.` and `plan.`. */
declare const SAVED_TEXTS: Readonly<Record<string, string>>;

/** Texts of the pages with saved decisions and the plan. */
export const t = translator(typeof SAVED_TEXTS === 'undefined' ? {} : SAVED_TEXTS);

/** `2026-11-23` → `23 november 2026`. */
export function dayText(day: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(day));
}

/** How long ago a day was: `i dag`, `för 11 dagar sedan`, `för 2 år sedan`. */
export function ageText(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const format = new Intl.RelativeTimeFormat('sv', { numeric: 'auto' });
  if (Math.abs(days) < 45) return format.format(days, 'day');
  if (Math.abs(days) < 365) return format.format(Math.round(days / 30), 'month');
  return format.format(Math.trunc(days / 365), 'year');
}

/** Today where the reader is, `2026-11-23`. */
export function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/** `2026-12-01` → `dec.`; January has its year: `jan. 2027`. */
export function monthText(day: string): string {
  const isJanuary = day.slice(5, 7) === '01';
  const format = new Intl.DateTimeFormat('sv-SE', {
    month: 'short',
    timeZone: 'UTC',
    ...(isJanuary && { year: 'numeric' }),
  });
  return format.format(new Date(day));
}
