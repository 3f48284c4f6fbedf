import { atom, type ReadableAtom } from 'nanostores';
import type { GuideData } from './guide-data.ts';

export interface Guides {
  /** Those that have come, by id. */
  readonly $guides: ReadableAtom<ReadonlyMap<string, GuideData>>;
  /** Fetches what is not here yet. What could not be had is tried again the next time. */
  want(ids: readonly string[]): void;
  take(data: GuideData): void;
}

/** @param fetchGuide Makes a guide come to `take()`; `null` when there is no such guide. */
export function createGuides(fetchGuide: (id: string) => Promise<void> | null): Guides {
  const $guides = atom<ReadonlyMap<string, GuideData>>(new Map());
  const wanted = new Set<string>();
  return {
    $guides,
    want(ids) {
      for (const id of new Set(ids)) {
        if (wanted.has(id)) continue;
        wanted.add(id);
        fetchGuide(id)?.catch(() => wanted.delete(id));
      }
    },
    take: (data) => $guides.set(new Map([...$guides.get(), [data.wizard.id, data]])),
  };
}
