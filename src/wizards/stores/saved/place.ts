import { keptKeys, readCookieValue, readStored, removeKept, writeKept } from '../kept.ts';
import { readItem, writeItem } from './item.ts';

/** Where saved values lie. Everything but `keys()` may throw: full, blocked or not there. */
export interface Place {
  keys(): readonly string[];
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
}

export const guidePrefix = 'skd:guide:';
export const ownPrefix = 'skd:plan:';
/** Values that could not be read, moved out of the way and offered as a file. */
export const asidePrefix = 'skd:skadat:';

export const prefixes = [guidePrefix, ownPrefix, asidePrefix] as const;

/**
 * This browser. Opened from disk, the codes of the answers also follow in a cookie (see `kept.ts`),
 * for Firefox gives each file a storage of its own; free text never does.
 */
export const browserPlace: Place = {
  keys: () => keptKeys((key) => prefixes.some((prefix) => key.startsWith(prefix))),
  read: (key) => newest(readStored(key), key.startsWith(guidePrefix) ? readCookieValue(key) : null),
  write: (key, text) => writeKept(key, text, key.startsWith(guidePrefix) ? codesOf(text) : null),
  remove: removeKept,
};

/** Answers and day only. */
function codesOf(text: string): string | null {
  const item = readItem(text)?.value;
  return item ? JSON.stringify({ answers: item.answers, day: item.day }) : null;
}

/** The cookie is written by every file, the storage by this one: its answers are the newer. */
function newest(stored: string | null, cookie: string | null): string | null {
  if (stored === null || cookie === null) return stored ?? cookie;
  const [mine, theirs] = [readItem(stored)?.value, readItem(cookie)?.value];
  if (!mine || !theirs) return mine || !theirs ? stored : cookie;
  if (mine.answers === theirs.answers && mine.day === theirs.day) return stored;
  const { answers, day } = theirs;
  return writeItem({ ...mine, answers, day, outcomes: null });
}
