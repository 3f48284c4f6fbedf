import { questionsIn } from '../dependencies.ts';
import type { Question, QuestionId, Wizard } from '../types.ts';

/**
 * An order of the questions of both versions that breaks no `when` of either, as near to the new
 * order as can be; `null` when the versions make each other's questions depend the other way round.
 */
export function jointOrder(before: Wizard, after: Wizard): readonly QuestionId[] | null {
  const needed = new Map<QuestionId, Set<QuestionId>>();
  for (const wizard of [after, before])
    for (const { id, when } of wizard.questions) {
      const own = needed.get(id) ?? new Set();
      for (const read of questionsIn(wizard, when)) own.add(read);
      needed.set(id, own);
    }
  const order: QuestionId[] = [];
  while (order.length < needed.size) {
    const next = [...needed].find(
      ([id, reads]) => !order.includes(id) && [...reads].every((read) => order.includes(read)),
    );
    if (!next) return null;
    order.push(next[0]);
  }
  return order;
}

/** A version with its questions in another order. Its ways and results are the same. */
export function reorder(wizard: Wizard, order: readonly QuestionId[]): Wizard {
  const questions = wizard.questions.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { ...wizard, questions };
}

/** The question as far as both versions have it: only answers that both take. `null` for none. */
export function commonQuestion(before: Question, after: Question): Question | null {
  if (before.kind === 'number' && after.kind === 'number') {
    const [min, max] = [Math.max(before.min, after.min), Math.min(before.max, after.max)];
    return min > max ? null : { ...after, min, max };
  }
  if (before.kind === 'number' || after.kind === 'number' || before.kind !== after.kind)
    return null;
  const known = before.options.map(({ id }) => id);
  const options = after.options.filter(({ id }) => known.includes(id));
  if (!options.length) return null;
  if (after.kind === 'single' || before.kind === 'single') return { ...after, options } as Question;
  const exclusive = [...new Set([...before.exclusive, ...after.exclusive])];
  return {
    ...after,
    options,
    exclusive: exclusive.filter((id) => options.some((option) => option.id === id)),
  };
}
