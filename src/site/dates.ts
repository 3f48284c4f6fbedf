const months = new Intl.DateTimeFormat('sv-SE', { month: 'long', timeZone: 'UTC' });

/** `2026-11-23` → `23 november 2026`, `2026-11` → `november 2026`, `2026` → `2026`. */
export function swedishDate(partial: string): string {
  const [year = '', month, day] = partial.split('-');
  if (month === undefined) return year;
  const name = months.format(new Date(`${year}-${month}-01T00:00:00Z`));
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

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
