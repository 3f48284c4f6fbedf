import type { Place } from './place.ts';

/** A storage in memory that can be full, blocked, or shared by two tabs. */
export interface FakePlace extends Place {
  readonly values: Map<string, string>;
  /** What it can hold, in characters. */
  room: number;
  isBlocked: boolean;
}

export function fakePlace(given: Readonly<Record<string, string>> = {}): FakePlace {
  const values = new Map(Object.entries(given));
  const place: FakePlace = {
    values,
    room: Number.POSITIVE_INFINITY,
    isBlocked: false,
    keys: () => [...open().keys()],
    read: (key) => open().get(key) ?? null,
    write(key, text) {
      const others = [...open()].filter(([each]) => each !== key);
      const size = others.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
      if (size + key.length + text.length > place.room)
        throw new DOMException('no room', 'QuotaExceededError');
      values.set(key, text);
    },
    remove: (key) => void open().delete(key),
  };
  const open = () => {
    if (place.isBlocked) throw new DOMException('denied', 'SecurityError');
    return values;
  };
  return place;
}

export const plain = '{"answers":"v=1&s=b","day":"2026-11-23"}';
