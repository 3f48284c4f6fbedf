/** An action of the plan, every part in words: what each form of export is made of. */
export interface PlanRow {
  /** The same each time: `k3x9-skolkonto-behorighet@skoldigistod`. */
  readonly uid: string;
  /** Its place by date, from 1. The picture shows it. */
  readonly number: number;
  readonly text: string;
  /** Who does it; empty when nobody is named. */
  readonly role: string;
  /** `2026-12-24`, or empty. */
  readonly due: string;
  readonly status: string;
  readonly isDone: boolean;
  readonly isLate: boolean;
  readonly note: string;
  /** The decision it follows from, or empty. */
  readonly from: string;
  /** The moment of the last change, or empty. */
  readonly changed: string;
}

/** The words that an export needs beside the rows. */
export interface PlanWords {
  readonly title: string;
  readonly number: string;
  readonly text: string;
  readonly role: string;
  readonly due: string;
  readonly status: string;
  readonly note: string;
  readonly from: string;
  /** Goes before the text of an action that is done, in a calendar. */
  readonly done: string;
  /** A line about the day it was written and how many are done. */
  readonly summary: string;
  /** Stands where there is no date. */
  readonly undated: string;
  /** Marks the day it was written in the picture. */
  readonly today: string;
  /** At the foot of each page of a document, with `{page}` and `{pages}`. */
  readonly page: string;
}

/** What the script for tables and calendars brings. */
export interface PlanExport {
  csv(rows: readonly PlanRow[], words: PlanWords): string;
  ics(rows: readonly PlanRow[], words: PlanWords): string;
}
