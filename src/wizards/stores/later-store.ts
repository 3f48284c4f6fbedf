import { atom, type WritableAtom } from 'nanostores';

/** Where the later parts of a guide stand: on their way, not to be had, or here. */
export type Later<Parts> = 'waiting' | 'failed' | Parts;

/** @returns A store that waits until somebody sets it. */
export function createLaterStore<Parts extends object>(): WritableAtom<Later<Parts>> {
  const first: Later<Parts> = 'waiting';
  return atom(first) as WritableAtom<Later<Parts>>;
}
