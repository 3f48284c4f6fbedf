import { addDays, isIsoDay } from '../../export/decision-record.ts';

/**
 * What one key of the browser's storage holds: the answers to one guide, and what belongs to them.
 * `{"answers":"v=1&s=b","day":"2026-11-23"}` is the oldest form and still whole.
 *
 * @see decisions/0012-saved-decisions-and-plan.md
 */
export interface SavedItem {
  /** The answers as the fragment of an address, without `#`. */
  readonly answers: string;
  /** The day they were saved, `2026-11-23`. Days until an action are counted from it. */
  readonly day: string;
  /** Given once, never changed: calendars know an action by it. */
  readonly uid: string;
  /** What the person calls it; empty is the name of the guide. */
  readonly name: string;
  /** Whether its actions stand in the plan. */
  readonly isInPlan: boolean;
  /** Ids of the outcomes when it was saved, or `null` when the guide was not finished. */
  readonly outcomes: readonly string[] | null;
  /** Actions that the person has touched, by id (`outcome/step`). */
  readonly plan: Readonly<Record<string, PlanEntry>>;
  /** A decision record as JSON, read with `readRecordValue()` before it is used; `null` for none. */
  readonly record: unknown;
}

export const statuses = ['todo', 'doing', 'done'] as const;
export type Status = (typeof statuses)[number];

/** An action as the person has it. All of it is kept, so that it outlives a change of the guide. */
export interface PlanEntry {
  readonly text: string;
  /** Role id, or the person's own word. */
  readonly role: string;
  /** `2026-12-24`, or empty. */
  readonly due: string;
  readonly status: Status;
  readonly note: string;
  /** The moment of the last change, `2026-11-23T10:00:00.000Z`. */
  readonly changed: string;
}

/** What was read, and whether all of it could be. */
export interface Read<T> {
  readonly value: T;
  readonly isWhole: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** @returns `null` for anything that holds no answers. Never throws. */
export function readItem(text: string): Read<SavedItem> | null {
  const fields = parseObject(text);
  return fields && readItemFields(fields);
}

/** As `readItem()`, from JSON that is parsed. */
export function readItemFields(fields: Fields): Read<SavedItem> | null {
  const { answers, day } = fields;
  if (typeof answers !== 'string' || !isFragment(answers)) return null;
  if (typeof day !== 'string' || !isIsoDay(day)) return null;
  const plan = readPlan(own(fields, 'plan'));
  const outcomes = own(fields, 'outcomes') ?? null;
  const isOutcomes = outcomes === null || isTexts(outcomes);
  const [uid, name] = [textOf(fields, 'uid'), textOf(fields, 'name')];
  const isInPlan = own(fields, 'isInPlan') ?? true;
  return {
    value: {
      answers,
      day,
      uid: uid && /^[\w-]{1,64}$/.test(uid) ? uid : '',
      name: name ?? '',
      isInPlan: isInPlan !== false,
      outcomes: isOutcomes ? (outcomes as readonly string[] | null) : null,
      plan: plan.value,
      record: own(fields, 'record') ?? null,
    },
    isWhole:
      isOutcomes && plan.isWhole && uid !== null && name !== null && typeof isInPlan === 'boolean',
  };
}

/** The text of an item. What is as usual is left out, so that a plain save is the oldest form. */
export function writeItem(item: SavedItem): string {
  return JSON.stringify(itemFields(item));
}

/** An item as plain JSON. */
export function itemFields(item: SavedItem): Fields {
  const { answers, day, uid, name, isInPlan, outcomes, plan, record } = item;
  return {
    answers,
    day,
    ...(uid !== '' && { uid }),
    ...(name !== '' && { name }),
    ...(!isInPlan && { isInPlan }),
    ...(outcomes !== null && { outcomes }),
    ...(Object.keys(plan).length > 0 && { plan }),
    ...(record !== null && { record }),
  };
}

/** @returns `null` for anything that is no action. Never throws. */
export function readEntry(text: string): Read<PlanEntry> | null {
  const fields = parseObject(text);
  return fields && readEntryFields(fields);
}

/** As `readEntry()`, from JSON that is parsed. */
export function readEntryFields(fields: Fields): Read<PlanEntry> | null {
  const { text } = fields;
  if (typeof text !== 'string') return null;
  const [role, due, note] = [textOf(fields, 'role'), textOf(fields, 'due'), textOf(fields, 'note')];
  const isDue = due === '' || (due !== null && isIsoDay(due));
  const status = statuses.find((each) => each === fields['status']);
  const changed = textOf(fields, 'changed') ?? '';
  return {
    value: {
      text,
      role: role ?? '',
      due: isDue ? (due ?? '') : '',
      status: status ?? 'todo',
      note: note ?? '',
      changed: Number.isNaN(Date.parse(changed)) ? '' : new Date(changed).toISOString(),
    },
    isWhole: role !== null && isDue && note !== null && status !== undefined,
  };
}

function readPlan(given: unknown): Read<Readonly<Record<string, PlanEntry>>> {
  if (given === undefined) return { value: {}, isWhole: true };
  if (!isObject(given)) return { value: {}, isWhole: false };
  const read = Object.entries(given).map(
    ([id, value]) => [id, isObject(value) ? readEntryFields(value) : null] as const,
  );
  return {
    value: Object.fromEntries(read.flatMap(([id, entry]) => (entry ? [[id, entry.value]] : []))),
    isWhole: read.every(([, entry]) => entry?.isWhole),
  };
}

/** Codes only: what an address of a guide is made of. */
function isFragment(text: string): boolean {
  return text.length <= 4000 && /^[\w=&.?-]*$/.test(text);
}

/** JSON as an object, or `null`. */
export function parseObject(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** A field of the object itself, never of its prototype. */
function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The text of a field, empty when it is missing, `null` when it is no text. */
function textOf(fields: Fields, name: string): string | null {
  const value = own(fields, name) ?? '';
  return typeof value === 'string' ? value : null;
}

/** How an action stands when nobody has touched it. */
export function freshEntry(text: string, role: string, day: string, days: number): PlanEntry {
  const due = addDays(day, days);
  // After the year 9999 there is no such day.
  return { text, role, due: isIsoDay(due) ? due : '', status: 'todo', note: '', changed: '' };
}
