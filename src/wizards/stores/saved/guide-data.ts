import { evaluate } from '../../engine/evaluate.ts';
import type { Answers, Outcome, Wizard } from '../../engine/types.ts';
import { type History, type MigrationNote, openLink } from '../../engine/versions/migrate.ts';
import type { SavedItem } from './item.ts';

/** A guide with what it takes to say what saved answers lead to today. */
export interface GuideData {
  /** Without the texts that only its own page shows. */
  readonly wizard: Wizard;
  /** Older versions, and how their answers are carried over. */
  readonly history: History;
}

/** Saved answers, opened in the guide of today. */
export interface Opened {
  readonly answers: Answers;
  /** The version the answers were given in; `null` when they do not say. */
  readonly version: number | null;
  /** In order; `null` while a question is open. */
  readonly outcomes: readonly Outcome[] | null;
  /** Answers that were changed or have to be given again, and why. */
  readonly notes: readonly MigrationNote[];
}

/** Never throws, whatever the answers are. */
export function openSaved({ wizard, history }: GuideData, item: SavedItem): Opened {
  const { answers, version, notes } = openLink(wizard, history, item.answers);
  const { decision } = evaluate(wizard, answers);
  return { answers, version, outcomes: decision?.outcomes ?? null, notes };
}

/**
 * What a newer version of the guide means for saved answers.
 *
 * - `current`: saved in the version of today, or the guide cannot be had.
 * - `same`: an older version; the same answers lead to the same result today.
 * - `other`: they lead to another result.
 * - `again`: a question is open again.
 * - `newer`: an older version, and it is not known what it led to.
 * - `ahead`: saved in a newer version than the one here.
 */
export type Freshness = 'current' | 'same' | 'other' | 'again' | 'newer' | 'ahead';

export function freshness(item: SavedItem, { wizard }: GuideData, opened: Opened): Freshness {
  if (opened.version === null || opened.version === wizard.version) return 'current';
  if (opened.version > wizard.version) return 'ahead';
  if (opened.outcomes === null) return item.outcomes === null ? 'newer' : 'again';
  if (item.outcomes === null) return 'newer';
  return item.outcomes.join() === opened.outcomes.map(({ id }) => id).join() ? 'same' : 'other';
}
