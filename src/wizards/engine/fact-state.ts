import { questionsIn } from './dependencies.ts';
import { factsOnPath } from './facts.ts';
import type { FactId, FactState, Position, Wizard } from './types.ts';

/**
 * What is known of a question's answer or a named fact: `open` when a question ahead may still set
 * it, `absent` when nothing that applies does, else `valued`.
 */
export function factState(wizard: Wizard, { path, ahead }: Position, id: FactId): FactState {
  const behind = questionsIn(wizard, { kind: 'is', fact: id, values: [] });
  if (behind.some((question) => ahead.includes(question))) return { state: 'open' };
  const value = factsOnPath(wizard, path)(id);
  return value === undefined ? { state: 'absent' } : { state: 'valued', value };
}
