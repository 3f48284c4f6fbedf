import { addDays } from '../../export/decision-record.ts';
import { type GuideData, openSaved } from './guide-data.ts';
import { freshEntry, type PlanEntry } from './item.ts';
import type { Saved, SavedState } from './saved-store.ts';

/** An action in the plan, and where it comes from. */
export interface PlanAction extends PlanEntry {
  /** Unique in the plan: item and action, or the id of an own action. */
  readonly id: string;
  /** The same each time, on every computer that has the file: calendars update by it. */
  readonly uid: string;
  /** The saved answers it follows from, or `null` for an action the person added. */
  readonly from: Saved | null;
  /** Its id among the actions it stands with. */
  readonly action: string;
  /** The answers no longer lead to it; it stays because the person has touched it. */
  readonly isLeft: boolean;
}

/** Every action of every saved result that is in the plan, and those the person added. */
export function planActions(
  { items, own }: SavedState,
  guides: ReadonlyMap<string, GuideData>,
): readonly PlanAction[] {
  const added = own.map((action): PlanAction => {
    const { id } = action;
    return { ...action, uid: `${id}@skoldigistod`, from: null, action: id, isLeft: false };
  });
  const ofItems = items
    .filter(({ isInPlan }) => isInPlan)
    .flatMap((item) => itemActions(item, guides.get(item.guide)));
  return [...ofItems, ...added];
}

function itemActions(item: Saved, guide: GuideData | undefined): readonly PlanAction[] {
  const fresh = new Map(guide ? freshActions(item, guide) : []);
  const ids = [...new Set([...fresh.keys(), ...Object.keys(item.plan)])];
  return ids.flatMap((action): readonly PlanAction[] => {
    const touched = Object.hasOwn(item.plan, action) ? item.plan[action] : undefined;
    const entry = touched ?? fresh.get(action);
    if (!entry) return [];
    const id = `${item.id}/${action}`;
    const isLeft = guide !== undefined && !fresh.has(action);
    return [{ ...entry, id, uid: uidOf(item, action), from: item, action, isLeft }];
  });
}

function freshActions(item: Saved, guide: GuideData): readonly (readonly [string, PlanEntry])[] {
  const { outcomes } = openSaved(guide, item);
  return (outcomes ?? []).flatMap((outcome) =>
    outcome.steps.map((step) => {
      const entry = freshEntry(step.text, step.role, item.day, step.days);
      return [`${outcome.id}/${step.id}`, entry] as const;
    }),
  );
}

/** Answers saved before there were plans have no id of their own: theirs follows from what they are. */
function uidOf(item: Saved, action: string): string {
  const own = item.uid === '' ? fallbackUid(item) : item.uid;
  return `${own}-${action.replace(/[^\w-]/g, '-')}@skoldigistod`;
}

/** The id of answers that were saved without one: guide, day and a number made of the answers. */
export function fallbackUid(item: { guide: string; answers: string; day: string }): string {
  let sum = 5381;
  for (const char of item.answers) sum = ((sum * 33) ^ (char.codePointAt(0) ?? 0)) >>> 0;
  return `${item.guide}-${item.day}-${sum.toString(36)}`;
}

/** How actions are put together in time, in the order shown. */
export const times = ['late', 'soon', 'later', 'undated', 'done'] as const;
export type Time = (typeof times)[number];

export interface Group<Key extends string = string> {
  readonly key: Key;
  readonly actions: readonly PlanAction[];
}

/** @param today `2026-11-23`. */
export function timeOf({ status, due }: PlanEntry, today: string): Time {
  if (status === 'done') return 'done';
  if (due === '') return 'undated';
  if (due < today) return 'late';
  return due <= addDays(today, 30) ? 'soon' : 'later';
}

/** Late first, done last. Empty groups are left out. */
export function groupByTime(actions: readonly PlanAction[], today: string): readonly Group<Time>[] {
  return times.flatMap((key) => {
    const own = actions.filter((action) => timeOf(action, today) === key).toSorted(byDue);
    return own.length > 0 ? [{ key, actions: own }] : [];
  });
}

/** One group a role, by name; done ones last in each. Without a role comes last. */
export function groupByRole(
  actions: readonly PlanAction[],
  nameOf: (role: string) => string,
): readonly Group[] {
  const names = [...new Set(actions.map(({ role }) => nameOf(role)))];
  const order = names.toSorted((a, b) =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') : a.localeCompare(b, 'sv'),
  );
  return order.map((key) => {
    const own = actions.filter(({ role }) => nameOf(role) === key);
    const isDone = (action: PlanAction) => Number(action.status === 'done');
    return { key, actions: own.toSorted((a, b) => isDone(a) - isDone(b) || byDue(a, b)) };
  });
}

/** By date, undated last; then by text, so that the order never depends on anything else. */
export function byDue(a: PlanEntry, b: PlanEntry): number {
  if (a.due !== b.due) return a.due === '' ? 1 : b.due === '' ? -1 : a.due < b.due ? -1 : 1;
  return a.text < b.text ? -1 : Number(a.text > b.text);
}

/**
 * A note that two tabs wrote at once holds both texts, so that neither is lost.
 *
 * @param before What this tab read before the person wrote.
 * @param stored What lies in storage now.
 * @param mine What the person wrote here.
 */
export function mergeText(before: string, stored: string, mine: string): string {
  if (stored === before || stored === mine) return mine;
  return mine === before ? stored : `${stored}\n${mine}`;
}
