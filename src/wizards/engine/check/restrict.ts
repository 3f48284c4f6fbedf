import { questionsIn } from '../dependencies.ts';
import { compileCondition } from '../graph/outcome-graph.ts';
import type { Condition, QuestionId, Wizard } from '../types.ts';

/** Whether a condition holds for some way of answering. */
export function isEver(wizard: Wizard, condition: Condition): boolean {
  const { ends } = compileCondition(restrictTo(wizard, condition), condition);
  return ends.some((end) => end.length > 0);
}

/** Only the questions that a condition hangs on. It comes out the same, and is found much faster. */
function restrictTo(wizard: Wizard, condition: Condition): Wizard {
  const needed = new Set<QuestionId>();
  const add = (part: Condition) => {
    for (const id of questionsIn(wizard, part)) {
      if (needed.has(id)) continue;
      needed.add(id);
      const question = wizard.questions.find((each) => each.id === id);
      if (question) add(question.when);
    }
  };
  add(condition);
  return { ...wizard, questions: wizard.questions.filter(({ id }) => needed.has(id)) };
}
