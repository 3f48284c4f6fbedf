import { atom, type ReadableAtom } from 'nanostores';
import {
  type PlanEntry,
  type Read,
  readEntry,
  readItem,
  type SavedItem,
  writeItem,
} from './item.ts';
import { asidePrefix, guidePrefix, ownPrefix, type Place, prefixes } from './place.ts';

/** One saved set of answers. `id` is the key without its prefix: `kontosynk`, `kontosynk:k3x9a1`. */
export interface Saved extends SavedItem {
  readonly id: string;
  readonly guide: string;
}

/** An action that the person added. */
export interface OwnAction extends PlanEntry {
  readonly id: string;
}

/** A value that could not be read, wholly or in part, as it lies. */
export interface Damaged {
  readonly key: string;
  readonly text: string;
}

/**
 * Why something could not be stored. `full`: there is no room. `blocked`: the browser refuses.
 * What was to be stored is not lost: it stays in the page until it can be stored or is taken as a file.
 */
export type Problem = 'none' | 'full' | 'blocked';

export interface SavedState {
  readonly items: readonly Saved[];
  readonly own: readonly OwnAction[];
  readonly damaged: readonly Damaged[];
  readonly problem: Problem;
}

/** Keys and texts that were taken away, so that they can be put back. */
export type Undo = readonly (readonly [key: string, text: string])[];

export interface SavedStore {
  readonly $saved: ReadableAtom<SavedState>;
  /** Reads storage again: another tab may have written. */
  refresh(): void;
  putItem(id: string, item: SavedItem): void;
  /**
   * Changes an item as it lies in storage now, whatever this page has read before. `known` is put
   * back first when another tab has taken the item away: a change is never lost.
   */
  changeItem(known: Saved, change: (now: SavedItem) => SavedItem): void;
  putOwn(id: string, action: PlanEntry): void;
  /** As `changeItem()`, for an action that the person added. */
  changeOwn(known: OwnAction, change: (now: PlanEntry) => PlanEntry): void;
  removeItem(id: string): Undo;
  removeOwn(id: string): Undo;
  removeDamaged(key: string): Undo;
  removeAll(): Undo;
  /** Puts back what has not been written anew since. */
  undo(undo: Undo): void;
  /** Lets go of what could not be stored. */
  dropUnsaved(): void;
}

/** The one door to everything saved. Never throws. */
export function createSavedStore(place: Place): SavedStore {
  /** What could not be stored yet; `null` is a removal. It wins over storage until it is stored. */
  const unsaved = new Map<string, string | null>();
  let problem: Problem = 'none';

  const keys = (): readonly string[] => {
    const stored = attempt(() => place.keys()) ?? [];
    return [...new Set([...stored, ...unsaved.keys()])].sort();
  };
  const read = (key: string): string | null =>
    unsaved.has(key) ? (unsaved.get(key) ?? null) : (attempt(() => place.read(key)) ?? null);

  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (fault) {
      problem = isFull(fault) ? 'full' : 'blocked';
      return undefined;
    }
  };

  /** Stores one value, and what earlier found no room. */
  const write = (key: string, text: string | null) => {
    unsaved.delete(key);
    unsaved.set(key, text);
    problem = 'none';
    // Removals first: they make room.
    const waitingFirst = [...unsaved].sort(
      ([, a], [, b]) => Number(a !== null) - Number(b !== null),
    );
    for (const [waiting, value] of waitingFirst) {
      attempt(() => {
        if (value === null) place.remove(waiting);
        else place.write(waiting, value);
        unsaved.delete(waiting);
      });
    }
  };

  /** Before a value that could not be wholly read is written over, it is laid aside as it was. */
  const layAside = (key: string) => {
    const text = read(key);
    if (text === null || readValue(key, text)?.isWhole) return;
    write(freeKey(`${asidePrefix}${key.slice('skd:'.length)}`, read), text);
  };

  const $saved = atom(stateOf(keys(), read, problem));
  const refresh = () => {
    if (unsaved.size === 0) problem = 'none';
    const now = stateOf(keys(), read, problem);
    $saved.set({ ...now, problem });
  };
  const put = (key: string, text: string) => {
    layAside(key);
    write(key, text);
    refresh();
  };
  const remove = (wanted: readonly string[]): Undo => {
    const undo = wanted.flatMap((key) => {
      const text = read(key);
      return text === null ? [] : [[key, text] as const];
    });
    for (const [key] of undo) write(key, null);
    refresh();
    return undo;
  };

  return {
    $saved,
    refresh,
    putItem: (id, item) => put(guidePrefix + id, writeItem(item)),
    changeItem(known, change) {
      const text = read(guidePrefix + known.id);
      const now = (text === null ? null : readItem(text)?.value) ?? known;
      put(guidePrefix + known.id, writeItem(change(now)));
    },
    putOwn: (id, action) => put(ownPrefix + id, writeOwn(action)),
    changeOwn(known, change) {
      const text = read(ownPrefix + known.id);
      const now = (text === null ? null : readEntry(text)?.value) ?? known;
      put(ownPrefix + known.id, writeOwn(change(now)));
    },
    removeItem: (id) => remove([guidePrefix + id]),
    removeOwn: (id) => remove([ownPrefix + id]),
    removeDamaged: (key) => remove([key]),
    removeAll: () => remove(keys().filter((key) => prefixes.some((each) => key.startsWith(each)))),
    undo(undo) {
      for (const [key, text] of undo) if (read(key) === null) write(key, text);
      refresh();
    },
    dropUnsaved() {
      unsaved.clear();
      refresh();
    },
  };
}

function stateOf(
  keys: readonly string[],
  read: (key: string) => string | null,
  problem: Problem,
): SavedState {
  const items: Saved[] = [];
  const own: OwnAction[] = [];
  const damaged: Damaged[] = [];
  for (const key of keys) {
    const text = read(key);
    if (text === null) continue;
    const value = readValue(key, text);
    if (!value?.isWhole) damaged.push({ key, text });
    if (value && 'answers' in value.value) items.push({ ...value.value, ...idsOf(key) });
    else if (value) own.push({ ...(value.value as PlanEntry), id: key.slice(ownPrefix.length) });
  }
  return { items: items.toSorted(byDay), own, damaged, problem };
}

/** What a key holds, or `null` when it cannot be read at all. */
function readValue(key: string, text: string): Read<SavedItem | PlanEntry> | null {
  if (/^skd:guide:[a-z0-9-]+(:[a-z0-9]{1,16})?$/.test(key)) return readItem(text);
  return /^skd:plan:[a-z0-9]{1,32}$/.test(key) ? readEntry(text) : null;
}

function idsOf(key: string): { readonly id: string; readonly guide: string } {
  const id = key.slice(guidePrefix.length);
  return { id, guide: id.split(':')[0] ?? id };
}

/** Newest first. */
function byDay(a: Saved, b: Saved): number {
  return b.day.localeCompare(a.day) || a.id.localeCompare(b.id);
}

function writeOwn({ text, role, due, status, note, changed }: PlanEntry): string {
  return JSON.stringify({ text, role, due, status, note, changed });
}

/** The first of `key`, `key.2`, `key.3` … that holds nothing. */
function freeKey(key: string, read: (key: string) => string | null): string {
  let free = key;
  for (let n = 2; read(free) !== null; n += 1) free = `${key}.${n}`;
  return free;
}

function isFull(fault: unknown): boolean {
  return fault instanceof Error && /quota/i.test(`${fault.name} ${fault.message}`);
}

/** Whether a key holds something, also something that could not be read. */
export function isKeyTaken(store: SavedStore, id: string): boolean {
  const { items, damaged } = store.$saved.get();
  return (
    items.some((each) => each.id === id) || damaged.some(({ key }) => key === guidePrefix + id)
  );
}

/** A new id: 12 letters and digits by chance. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}
