import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { cleanText } from './clean-text.ts';
import type { PlanRow, PlanWords } from './plan-rows.ts';

/** The last of the calendar's own lines. Fields of others are to stand before the events. */
const nameLine = /X-WR-CALNAME:.*\r\n(?: .*\r\n)*/;

/** Before anybody has changed an action. The same plan is the same bytes: no clock is read. */
const beginning = new Date('2026-01-01T00:00:00Z');

/**
 * The plan as a calendar: one whole day for each action with a date. A whole day has no time zone
 * and is the same day everywhere. Each keeps its id, and a later change has a higher sequence, so
 * that a calendar that is given the file again updates what it has.
 */
export function planIcs(rows: readonly PlanRow[], words: PlanWords): string {
  const calendar = ical({
    name: words.title,
    prodId: { company: 'skoldigistod', product: 'handlingsplan', language: 'SV' },
    // With a zone the library writes moments without one, and a date moves with the computer's own.
    timezone: null,
  });
  for (const row of rows) {
    if (row.due === '') continue;
    const changed = row.changed === '' ? beginning : new Date(row.changed);
    calendar.createEvent({
      id: row.uid,
      start: new Date(`${row.due}T00:00:00Z`),
      allDay: true,
      summary: cleanText(row.isDone ? `${words.done} ${row.text}` : row.text),
      description: { plain: descriptionOf(row, words) },
      stamp: changed,
      lastModified: changed,
      sequence: sequenceOf(changed),
      status: ICalEventStatus.CONFIRMED,
      busystatus: ICalEventBusyStatus.FREE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar
    .toString()
    .replace(nameLine, (line) => `${line}X-WR-TIMEZONE:Europe/Stockholm\r\n`);
}

function descriptionOf({ role, status, from, note }: PlanRow, words: PlanWords): string {
  const lines = [
    [words.role, role],
    [words.status, status],
    [words.from, from],
    [words.note, note],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return cleanText(lines.join('\n'));
}

/** Rises with time and fits where calendars keep 31 bits: seconds since 2026, from 0. */
function sequenceOf(changed: Date): number {
  const seconds = Math.floor((changed.getTime() - beginning.getTime()) / 1000);
  return Math.min(Math.max(seconds, 0), 2_147_483_647);
}
