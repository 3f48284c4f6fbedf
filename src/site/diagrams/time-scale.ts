/** Where a moment stands, in pixels. */
export type Scale = (moment: number) => number;

/** The middle of a year, month or day that may be given in part, in milliseconds. */
export function whenOf(partial: string): number {
  const [year = '', month, day] = partial.split('-');
  if (day !== undefined) return Date.parse(`${partial}T12:00:00Z`);
  if (month !== undefined) return Date.parse(`${year}-${month}-15T00:00:00Z`);
  return Date.parse(`${year}-07-01T00:00:00Z`);
}

/** `2026-11-23` and -6 → `2026-05-23`. */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** How much of the width the near and the middle time get; most is decided soon. */
const knots = [
  { months: 4, share: 0.5 },
  { months: 30, share: 0.8 },
];

/** From the first day to the last between two edges: near time wide, far time narrow. */
export function timeScale(
  { first, today, last }: { first: string; today: string; last: string },
  left: number,
  right: number,
): Scale {
  const end = whenOf(last);
  const points = [
    { moment: whenOf(first), share: 0 },
    ...knots
      .map(({ months, share }) => ({ moment: whenOf(monthsAfter(today, months)), share }))
      .filter(({ moment }) => moment < end),
    { moment: end, share: 1 },
  ];
  return (moment) => {
    const next = Math.max(
      1,
      points.findIndex((point) => moment <= point.moment),
    );
    const [a, b] = [points[next - 1], points[next]];
    if (!a || !b) return right;
    const part = (moment - a.moment) / (b.moment - a.moment);
    return left + (right - left) * (a.share + (b.share - a.share) * part);
  };
}
