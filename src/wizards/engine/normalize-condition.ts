import type { RawCondition, RawTest } from './raw-wizard.ts';
import type { Condition, FactId } from './types.ts';

const MODES = ['any', 'all', 'only', 'none'] as const;

/**
 * Write a condition out as a tree of tests.
 *
 * @param raw `undefined` for a condition that is not written: always true.
 * @param isMultiple Whether a fact takes several options: then a plain option means "is among them".
 */
export function normalizeCondition(
  raw: RawCondition | undefined,
  isMultiple: (fact: FactId) => boolean,
): Condition {
  const again = (part: unknown) => normalizeCondition(part as RawCondition, isMultiple);
  const parts = Object.entries(raw ?? {}).map(([key, value]): Condition => {
    // the shape check has seen to it that these three hold conditions, and all else a test
    if (key === 'all' || key === 'any') return { kind: key, of: (value as unknown[]).map(again) };
    if (key === 'not') return { kind: 'not', of: again(value) };
    return normalizeTest(key, value as RawTest, isMultiple(key));
  });
  return conjunction(parts);
}

function normalizeTest(fact: FactId, raw: RawTest, isMultiple: boolean): Condition {
  if (typeof raw === 'number') return { kind: 'between', fact, from: raw, to: raw };
  if (typeof raw === 'object' && !isList(raw)) return normalizeForm(fact, raw);
  const values = isList(raw) ? raw : [String(raw)];
  return isMultiple ? { kind: 'has', fact, mode: 'any', values } : { kind: 'is', fact, values };
}

function normalizeForm(
  fact: FactId,
  raw: Exclude<RawTest, string | number | boolean | readonly string[]>,
): Condition {
  if ('from' in raw || 'to' in raw)
    return { kind: 'between', fact, from: raw.from ?? null, to: raw.to ?? null };
  const lists = raw as { readonly [mode in (typeof MODES)[number]]?: readonly string[] };
  return conjunction(
    MODES.flatMap((mode) => {
      const values = lists[mode];
      return values ? [{ kind: 'has', fact, mode, values } as const] : [];
    }),
  );
}

function conjunction(parts: readonly Condition[]): Condition {
  const [only] = parts;
  if (!only) return { kind: 'true' };
  return parts.length === 1 ? only : { kind: 'all', of: parts };
}

/** `Array.isArray()` that also narrows lists which may not be changed. */
function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
