import { encodeAnswers } from '../engine/encode.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Answers, Wizard } from '../engine/types.ts';
import type { DecisionRecord } from '../export/decision-record.ts';
import { fallbackUid } from './saved/plan.ts';
import { isKeyTaken, newId, type Saved, type SavedStore } from './saved/saved-store.ts';

/** What is saved of one guide, the newest first. */
export function savedOf(store: SavedStore, wizard: Wizard): readonly Saved[] {
  return store.$saved.get().items.filter(({ guide }) => guide === wizard.id);
}

/**
 * Saves answers, only after the reader has chosen so.
 *
 * @param day Today, `2026-11-23`.
 * @param over The saved answers to replace. Their name and the reader's work on the plan stay;
 *   a decision record of the old answers goes. `null` keeps everything that is there.
 * @param record What is to be kept with them, free text included.
 */
export function saveAnswers(
  store: SavedStore,
  wizard: Wizard,
  answers: Answers,
  day: string,
  over: Saved | null,
  record: DecisionRecord | null = null,
): void {
  const view = evaluate(wizard, answers);
  const outcomes = view.decision?.outcomes.map(({ id }) => id) ?? null;
  const given = { answers: encodeAnswers(wizard, answers), day, outcomes };
  if (over) {
    const uid = over.uid === '' ? fallbackUid(over) : over.uid;
    store.changeItem(over, (now) => {
      const isSame = now.answers === given.answers;
      const kept = record ?? (isSame ? now.record : null);
      // The same answers again: days are still counted from when they were first given.
      return { ...now, ...given, uid: now.uid || uid, record: kept, day: isSame ? now.day : day };
    });
    return;
  }
  const id = isKeyTaken(store, wizard.id) ? `${wizard.id}:${newId()}` : wizard.id;
  const item = { ...given, uid: newId(), name: '', isInPlan: true, plan: {}, record };
  store.putItem(id, item);
}
