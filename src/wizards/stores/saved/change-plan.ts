import type { PlanEntry, SavedItem } from './item.ts';
import { fallbackUid, mergeText, type PlanAction } from './plan.ts';
import type { SavedStore, Undo } from './saved-store.ts';

/** What of an action the person can change. */
export type PlanField = 'text' | 'role' | 'due' | 'status' | 'note';

/**
 * Changes one field of an action, as it lies in storage now: what another tab has changed in its
 * other fields stays. Two texts written at once are both kept.
 *
 * @param known The action as the person saw it, the field as it stood when they began to write.
 * @param now The moment, `2026-11-23T10:00:00.000Z`.
 */
export function changeAction<F extends PlanField>(
  store: SavedStore,
  known: PlanAction,
  field: F,
  value: PlanEntry[F],
  now: string,
): void {
  const change = (stored: PlanEntry): PlanEntry => {
    const isText = field === 'text' || field === 'note';
    const merged = isText ? mergeText(known[field], stored[field], value) : value;
    return { ...stored, [field]: merged, changed: now };
  };
  const { from } = known;
  if (!from) {
    store.changeOwn({ ...entryOf(known), id: known.action }, change);
    return;
  }
  store.changeItem(from, (item) => ({
    ...withUid(item, from.guide),
    plan: { ...item.plan, [known.action]: change(item.plan[known.action] ?? entryOf(known)) },
  }));
}

/** Takes an action away: one the person added, or one that the answers no longer lead to. */
export function removeAction(store: SavedStore, { from, action }: PlanAction): Undo {
  if (!from) return store.removeOwn(action);
  store.changeItem(from, (item) => {
    const rest = Object.entries(item.plan).filter(([id]) => id !== action);
    return { ...item, plan: Object.fromEntries(rest) };
  });
  return [];
}

/** From the first touch on, calendars know the actions by an id that new answers do not change. */
function withUid(item: SavedItem, guide: string): SavedItem {
  return item.uid === '' ? { ...item, uid: fallbackUid({ ...item, guide }) } : item;
}

function entryOf({ text, role, due, status, note, changed }: PlanEntry): PlanEntry {
  return { text, role, due, status, note, changed };
}
