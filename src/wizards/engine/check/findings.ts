import type { Answers, Finding } from '../types.ts';
import type { CheckName } from './names.ts';

export type Path = Finding['path'];

/** A finding that stops the build. */
export function error(check: CheckName, path: Path, message: string, hint: string): Finding {
  return { check, severity: 'error', path, message, hint };
}

/** A finding that is shown and lets the build go on. */
export function warning(check: CheckName, path: Path, message: string, hint: string): Finding {
  return { check, severity: 'warning', path, message, hint };
}

/** Answers as they would stand in a persona: `{ grupp: gy, antal: 80 }`. */
export function formatAnswers(answers: Answers): string {
  const parts = Object.entries(answers).map(([id, answer]) =>
    typeof answer === 'object' ? `${id}: [${answer.join(', ')}]` : `${id}: ${answer}`,
  );
  return parts.length ? `{ ${parts.join(', ')} }` : '{}';
}

/** Ids in quotes: `"a", "b"`. */
export function quote(ids: readonly (string | number)[]): string {
  return ids.map((id) => `"${id}"`).join(', ');
}

/** Values that stand more than once, each once. */
export function repeated<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** A hint with the nearest known word, or with all of them when none is near. */
export function suggest(word: string, known: Iterable<string>): string {
  const words = [...known];
  const [nearest] = words
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  if (nearest) return `Did you mean "${nearest.candidate}"?`;
  if (!words.length) return 'There is none to choose from.';
  return words.length > 12 ? 'Check the spelling.' : `Use one of ${quote(words)}.`;
}

/** Letters to put in, take out or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
