import type { DecisionRecord } from '../../export/decision-record.ts';
import { type ReadRecord, type Refusal, readRecord } from '../../export/read-record.ts';
import {
  isObject,
  itemFields,
  type PlanEntry,
  parseObject,
  readEntryFields,
  readItemFields,
  type SavedItem,
} from './item.ts';
import { fallbackUid } from './plan.ts';
import { isKeyTaken, newId, type Saved, type SavedState, type SavedStore } from './saved-store.ts';

export const savedFormat = 'skoldigistod-sparat';
export const savedFormatVersion = 1;
/** Larger files are not looked into. What a browser keeps for a site is about five million characters. */
export const mostBytes = 20_000_000;

/** What a file holds: everything saved elsewhere, or one decision record. */
export type OpenedFile =
  | { readonly kind: 'saved'; readonly saved: FileContent }
  | { readonly kind: 'record'; readonly record: DecisionRecord }
  | { readonly kind: 'refused'; readonly refused: Refusal };

export interface FileContent {
  readonly items: readonly { readonly guide: string; readonly item: SavedItem }[];
  readonly own: readonly { readonly id: string; readonly action: PlanEntry }[];
  /** How many parts of the file could not be read. */
  readonly unread: number;
}

/** What came of a file that was opened. */
export interface Imported {
  readonly added: number;
  /** Answers that were there already, word for word. */
  readonly same: number;
  /** Answers to guides that were saved here in another form: added beside, not in the plan. */
  readonly beside: number;
  readonly unread: number;
}

/** Everything saved, as one file. The same state is the same text. */
export function writeSavedFile({ items, own }: SavedState, day: string): string {
  const file = {
    format: savedFormat,
    formatVersion: savedFormatVersion,
    date: day,
    items: items.map((item) => ({ id: item.id, ...itemFields(item) })),
    own: own.map(({ id, text, role, due, status, note, changed }) => {
      return { id, text, role, due, status, note, changed };
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Opens any file. Never throws. Nothing is stored by it. */
export function openFile(bytes: Uint8Array): OpenedFile {
  if (bytes.length > mostBytes) return { kind: 'refused', refused: 'too-large' };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip ? '' : new TextDecoder().decode(bytes);
  const fields = parseObject(text.replace(/^\ufeff/, ''));
  if (fields && fields['format'] === savedFormat) return readSaved(fields);
  // Cut off or changed by hand: it still says what it is.
  if (!fields && text.includes(savedFormat)) return { kind: 'refused', refused: 'damaged' };
  return ofRecord(readRecord(bytes));
}

function ofRecord(read: ReadRecord): OpenedFile {
  if ('refused' in read) return { kind: 'refused', refused: read.refused };
  const { record } = read;
  const isUsable = isGuideId(record.guide.id) && readItemFields(itemFields(itemOf(record)));
  return isUsable ? { kind: 'record', record } : { kind: 'refused', refused: 'damaged' };
}

/** What an id may be that becomes part of a key and of an address. */
function isGuideId(id: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(id);
}

function readSaved(fields: Readonly<Record<string, unknown>>): OpenedFile {
  const { formatVersion, items = [], own = [] } = fields;
  if (typeof formatVersion === 'number' && formatVersion > savedFormatVersion)
    return { kind: 'refused', refused: 'newer' };
  if (formatVersion !== savedFormatVersion || !Array.isArray(items) || !Array.isArray(own))
    return { kind: 'refused', refused: 'damaged' };
  const readItems = items.map(readListed);
  const readOwn = own.map(readListedOwn);
  const unread = [...readItems, ...readOwn].filter((each) => !each).length;
  if (unread > 0 && unread === items.length + own.length)
    return { kind: 'refused', refused: 'damaged' };
  const saved = {
    items: readItems.flatMap((each) => each ?? []),
    own: readOwn.flatMap((each) => each ?? []),
    unread,
  };
  return { kind: 'saved', saved };
}

function readListed(value: unknown): FileContent['items'][number] | null {
  const id = isObject(value) ? value['id'] : null;
  const guide = typeof id === 'string' ? id.match(/^([a-z0-9-]{1,80})(:[a-z0-9]+)?$/)?.[1] : null;
  const item = isObject(value) ? readItemFields(value)?.value : null;
  return guide && item ? { guide, item } : null;
}

function readListedOwn(value: unknown): FileContent['own'][number] | null {
  const id = isObject(value) ? value['id'] : null;
  const action = isObject(value) ? readEntryFields(value)?.value : null;
  return typeof id === 'string' && /^[a-z0-9]{1,32}$/.test(id) && action ? { id, action } : null;
}

/** Adds what a file holds to what is saved here. Nothing that is here is changed. */
export function importSaved(store: SavedStore, { items, own, unread }: FileContent): Imported {
  const done = { added: 0, same: 0, beside: 0, unread };
  const before = store.$saved.get();
  for (const { guide, item } of items) done[addItem(store, before, guide, item)] += 1;
  for (const { id, action } of own) {
    const here = before.own.find((each) => each.id === id);
    if (here && isSame(here, action)) done.same += 1;
    else {
      store.putOwn(here ? newId() : id, action);
      done[here ? 'beside' : 'added'] += 1;
    }
  }
  return done;
}

/** Adds answers under a key that nobody has. */
function addItem(
  store: SavedStore,
  before: SavedState,
  guide: string,
  item: SavedItem,
): 'added' | 'same' | 'beside' {
  const here = before.items.filter((each) => each.guide === guide);
  if (here.some((each) => isSameItem(each, item))) return 'same';
  const isTaken = isKeyTaken(store, guide);
  store.putItem(isTaken ? `${guide}:${newId()}` : guide, {
    ...item,
    isInPlan: item.isInPlan && here.length === 0,
  });
  return here.length > 0 ? 'beside' : 'added';
}

/** Keeps a decision record with the answers it was made of. */
export function importRecord(store: SavedStore, record: DecisionRecord): Imported {
  const before = store.$saved.get();
  const text = JSON.stringify(record);
  const isHere = before.items.some((each) => JSON.stringify(each.record) === text);
  const how = isHere ? 'same' : addItem(store, before, record.guide.id, itemOf(record));
  return { added: 0, same: 0, beside: 0, unread: 0, [how]: 1 };
}

/** A record as saved answers. The same record is known as the same on every computer. */
export function itemOf(record: DecisionRecord): SavedItem {
  const { guide, fragment, decisionDate, title, outcomes } = record;
  return {
    answers: fragment,
    day: decisionDate,
    uid: fallbackUid({ guide: guide.id, answers: fragment, day: decisionDate }),
    name: title,
    isInPlan: true,
    outcomes: outcomes.map(({ id }) => id),
    plan: {},
    record,
  };
}

function isSameItem(a: SavedItem, b: SavedItem): boolean {
  const compared = (item: SavedItem) => JSON.stringify(itemFields({ ...item, isInPlan: true }));
  return compared(a) === compared(b);
}

function isSame(a: PlanEntry, b: PlanEntry): boolean {
  return (['text', 'role', 'due', 'status', 'note', 'changed'] as const).every(
    (field) => a[field] === b[field],
  );
}

/** A copy beside the original, not in the plan: two of the same would double every action. */
export function duplicate(store: SavedStore, saved: Saved, name: string): string {
  const id = `${saved.guide}:${newId()}`;
  store.putItem(id, { ...saved, uid: newId(), name, isInPlan: false });
  return id;
}
