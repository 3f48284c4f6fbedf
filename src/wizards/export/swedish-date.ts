const months = new Intl.DateTimeFormat('sv-SE', { month: 'long', timeZone: 'UTC' });

/** `2026-11-23` → `23 november 2026`, `2026-11` → `november 2026`, `2026` → `2026`. */
export function swedishDate(partial: string): string {
  const [year = '', month, day] = partial.split('-');
  if (month === undefined) return year;
  const name = months.format(new Date(`${year}-${month}-01T00:00:00Z`));
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
