export { swedishDate } from '../wizards/export/swedish-date.ts';

/** The day of the build, `2026-11-23`. `SOURCE_DATE_EPOCH` (seconds) fixes it for repeatable builds. */
export function buildDay(): string {
  const fixed = process.env['SOURCE_DATE_EPOCH'];
  const moment = fixed === undefined ? new Date() : new Date(Number(fixed) * 1000);
  return moment.toISOString().slice(0, 10);
}

/** Whether a date, of which the month or day may be missing, lies wholly before a day. */
export function isBefore(partial: string, day: string): boolean {
  return partial < day.slice(0, partial.length);
}
