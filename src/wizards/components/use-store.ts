import { useEffect, useState } from 'preact/hooks';
import type { ReadableAtom } from '../stores/wizard-store.ts';

/**
 * The value of a store, and a new render when it changes.
 *
 * Ten lines of our own: `@nanostores/preact` brings the code for maps and keys that no guide uses,
 * and the budget of the island counts bytes. See decisions/0006-light-island.md.
 */
export function useStore<T>(store: ReadableAtom<T>): T {
  const [, redraw] = useState({});
  // Also at once: it may have changed since the render, for a script from the cache is that fast.
  useEffect(() => store.subscribe(() => redraw({})), [store]);
  return store.get();
}
