import { evaluate } from '../evaluate.ts';
import type { Graph } from '../graph/graph.ts';
import { resolvePosition } from '../resolve-position.ts';
import type { Answer, Answers, QuestionId } from '../types.ts';
import { findPossibleOutcomes, type PossibleOutcomes } from './possible-outcomes.ts';

/** What would happen if one answer were another. */
export interface ChangePreview {
  /** Answered questions that are no longer asked. Their answers are kept, at rest. */
  readonly resting: readonly QuestionId[];
  /** Questions that come back with the answer they had. */
  readonly revived: readonly QuestionId[];
  /** Questions that are asked, or may be, and have no answer. */
  readonly added: readonly QuestionId[];
  readonly before: PossibleOutcomes;
  readonly after: PossibleOutcomes;
  /** Advice that comes or goes; empty while a question is open before or after. */
  readonly advice: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** Preview a change of one answer, all others left as they are. Pure: undo is not to do it. */
export function previewChange(
  graph: Graph,
  answers: Answers,
  id: QuestionId,
  answer: Answer,
): ChangePreview {
  const { wizard } = graph;
  const changed = { ...answers, [id]: answer };
  const [before, after] = [resolvePosition(wizard, answers), resolvePosition(wizard, changed)];
  const answered = before.path.map(({ question }) => question.id);
  const open = (given: Answers, { ahead }: { readonly ahead: readonly QuestionId[] }) =>
    ahead.filter((question) => !Object.hasOwn(given, question));
  const wasOpen = open(answers, before);
  return {
    resting: answered.filter((question) => after.resting.includes(question)),
    revived: before.resting.filter((question) => !after.resting.includes(question)),
    added: open(changed, after).filter((question) => !wasOpen.includes(question)),
    before: findPossibleOutcomes(graph, answers),
    after: findPossibleOutcomes(graph, changed),
    advice: compareAdvice(graph, answers, changed),
  };
}

function compareAdvice({ wizard }: Graph, answers: Answers, changed: Answers) {
  const [before, after] = [evaluate(wizard, answers), evaluate(wizard, changed)];
  if (!before.decision || !after.decision) return { added: [], removed: [] };
  const [had, has] = [before, after].map(({ advice }) => advice.map(({ id }) => id));
  return {
    added: has?.filter((id) => !had?.includes(id)) ?? [],
    removed: had?.filter((id) => !has?.includes(id)) ?? [],
  };
}
