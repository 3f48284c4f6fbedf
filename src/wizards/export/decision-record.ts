/**
 * A decision record: what one person or group answered in one guide, what the guide said of it that
 * day, and what they wrote themselves. Plain JSON, so that it can be kept, sent and opened again.
 *
 * It has two halves. What the reader gave (`answers`, `notes`, `case`, `consequences`, the dates) is
 * enough to make the record anew from the guide of today. What the guide said (`given` and below) is
 * kept in words, so that the record can be read, and decided on, when the guide has changed.
 *
 * Free text stands in `notes`, `case`, `consequences` and `title` only. It never goes into an address.
 *
 * @see decisions/0011-decision-records.md
 */
import type { Answers, Level, OutcomeId, QuestionId } from '../engine/types.ts';

export const recordFormat = 'skoldigistod-beslut';
export const recordFormatVersion = 1;

/** `2026-11-23`. */
export type IsoDay = string;

export interface RecordGuide {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The day the guide was reviewed. */
  readonly reviewed: IsoDay;
  /** The published page of the guide, without answers. */
  readonly address: string;
}

/** What a board's document asks for. Every field may be empty. */
export interface CaseFields {
  /** The number in the register of the public body (diarienummer). */
  readonly number: string;
  /** Who decides (nämnd, styrelse). */
  readonly board: string;
  /** Who prepared the matter (handläggare). */
  readonly officer: string;
  /** The decision proposed, one point a line. */
  readonly proposal: string;
  /** Background in the reader's own words (ärendet i korthet). */
  readonly background: string;
}

/** Consequences that a board is to weigh, in the order they are shown. */
export const consequenceIds = [
  'children',
  'economy',
  'dataProtection',
  'accessibility',
  'staff',
] as const;
export type ConsequenceId = (typeof consequenceIds)[number];

/** A question that was asked and its answer, both in words. */
export interface GivenAnswer {
  readonly question: QuestionId;
  readonly ask: string;
  readonly answer: string;
}

/** An answer "vet inte": whom to ask, how, and what each other answer would lead to. */
export interface OpenQuestion {
  readonly question: QuestionId;
  readonly ask: string;
  /** The role in words. */
  readonly role: string;
  readonly how: string;
  readonly ahead: readonly string[];
}

export interface RecordOutcome {
  readonly id: OutcomeId;
  readonly title: string;
  readonly recommendation: string;
  readonly why: string;
  readonly requirements: readonly string[];
  /** Roles in words. */
  readonly involve: readonly string[];
  readonly documents: readonly string[];
}

/** Why the guide came to an outcome: the rule's words and the answers that it read. */
export interface RecordReason {
  readonly outcome: OutcomeId;
  readonly rule: string;
  readonly because: string;
  readonly read: readonly QuestionId[];
}

/** Sentences about an outcome that was not reached: why not, or what would lead there. */
export interface OtherOutcome {
  readonly outcome: OutcomeId;
  readonly title: string;
  readonly texts: readonly string[];
}

export interface RecordAdvice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly level: Level;
  readonly isStop: boolean;
}

/** A next step. `id` is the same each time the guide comes to the same outcome: `outcome/step`. */
export interface RecordAction {
  readonly id: string;
  readonly text: string;
  /** Role id, and the role in words. */
  readonly role: string;
  readonly roleName: string;
  readonly level: Level;
  /** Days from the decision. */
  readonly days: number;
  readonly due: IsoDay;
}

export interface RecordSource {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** An address that works outside the site. */
  readonly url: string;
  /** When it is dated and when it was read, in words. */
  readonly dates: string;
}

export interface DecisionRecord {
  readonly format: typeof recordFormat;
  readonly formatVersion: typeof recordFormatVersion;
  readonly guide: RecordGuide;
  /** What the matter is called. */
  readonly title: string;
  /** The day the record was made. */
  readonly date: IsoDay;
  /** The day the decision is meant to be made: due dates are counted from it. */
  readonly decisionDate: IsoDay;
  /** Only answers on the path, by question id. */
  readonly answers: Answers;
  /** The same answers as the fragment of an address, without `#`: opens in the guide. */
  readonly fragment: string;
  /** The reader's own reason for an answer, by question id. Empty ones are left out. */
  readonly notes: Readonly<Record<QuestionId, string>>;
  readonly case: CaseFields;
  readonly consequences: Readonly<Record<ConsequenceId, string>>;

  readonly given: readonly GivenAnswer[];
  readonly open: readonly OpenQuestion[];
  readonly outcomes: readonly RecordOutcome[];
  readonly reasons: readonly RecordReason[];
  readonly whyNot: readonly OtherOutcome[];
  readonly changes: readonly OtherOutcome[];
  readonly advice: readonly RecordAdvice[];
  readonly actions: readonly RecordAction[];
  readonly risks: readonly string[];
  readonly sources: readonly RecordSource[];
  /** What is proved of the guide: questions, outcomes, ways. One sentence. */
  readonly proof: string;
}

/**
 * A day some days later. Calendar days: no time zone and no clock is involved.
 *
 * @param day `2026-11-23`.
 */
export function addDays(day: IsoDay, days: number): IsoDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar as `2026-11-23`: not `2026-02-30`. */
export function isIsoDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && addDaysSafely(text) === text;
}

function addDaysSafely(day: string): string {
  try {
    return addDays(day, 0);
  } catch {
    return ''; // a year or month that no date has
  }
}

/** The record as text: two spaces, keys in the order above, so that the same record is the same bytes. */
export function writeRecordJson(record: DecisionRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The name of a file with the record: `beslutsunderlag-kontosynk-2026-11-23.docx`. */
export function recordFileName(record: DecisionRecord, ending: string): string {
  return `beslutsunderlag-${record.guide.id}-${record.date}.${ending}`;
}
