import { encodeAnswers } from '../engine/encode.ts';
import type { Answers, Wizard } from '../engine/types.ts';
import { readKept, removeKept, writeKept } from './kept.ts';

/**
 * Answers kept in this browser, only after the reader has chosen so: one key a guide, the version
 * inside. In Chromium every file opened from disk can read them, so there is never free text here.
 */
const prefix = 'skd:guide:';

export type SaveResult = 'saved' | 'failed';

/** What a stored value says. `damaged` is anything that we did not write. */
export type Saved =
  | { readonly state: 'none' }
  | { readonly state: 'damaged' }
  /** `answers` are those of an address, of the version they were saved with. */
  | { readonly state: 'saved'; readonly answers: string; readonly day: string };

/** @param day Today, `2026-11-23`. */
export function saveAnswers(wizard: Wizard, answers: Answers, day: string): SaveResult {
  try {
    const value = JSON.stringify({ answers: encodeAnswers(wizard, answers), day });
    writeKept(prefix + wizard.id, value);
    return 'saved';
  } catch {
    return 'failed'; // storage is full, blocked or missing
  }
}

/** Never throws: storage may be blocked, and its contents may be anything. */
export function loadAnswers(wizard: Wizard): Saved {
  try {
    const text = readKept(prefix + wizard.id);
    if (text === null) return { state: 'none' };
    const value: unknown = JSON.parse(text);
    return isStored(value)
      ? { state: 'saved', answers: value.answers, day: value.day }
      : { state: 'damaged' };
  } catch {
    return { state: 'damaged' };
  }
}

export function clearAnswers(wizard: Wizard): void {
  try {
    removeKept(prefix + wizard.id);
  } catch {
    // nothing could have been stored
  }
}

function isStored(value: unknown): value is { answers: string; day: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { answers, day } = value as Record<string, unknown>;
  return typeof answers === 'string' && typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day);
}
