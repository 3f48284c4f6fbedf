import { holds } from './conditions.ts';
import { findById, questionsIn } from './dependencies.ts';
import { readFacts } from './facts.ts';
import { readAnswer, readStored } from './read-answer.ts';
import type {
  Answer,
  Answers,
  Position,
  QuestionId,
  RejectedAnswer,
  Step,
  Wizard,
} from './types.ts';

/**
 * Replay the answers from the first question and find where the user stands.
 *
 * An answer to a question that does not apply is left alone: it counts for nothing,
 * and it is there again if the user changes back.
 *
 * @param wizard A definition that `checkWizard()` found no problems in.
 * @param answers Not trusted: an unknown id or value counts as unanswered and is listed as rejected.
 */
export function resolvePosition(wizard: Wizard, answers: Answers): Position {
  const path: Step[] = [];
  const ahead: QuestionId[] = [];
  const resting: QuestionId[] = [];
  const settled = new Map<QuestionId, Answer>();
  const open = new Set<QuestionId>();
  const facts = readFacts(wizard, settled);
  for (const question of wizard.questions) {
    const { id, when } = question;
    const answer = readStored(question, answers);
    // after the current question it may be too early to tell whether this one applies
    const isUndecided = questionsIn(wizard, when).some((read) => open.has(read));
    if (!isUndecided && !holds(when, facts)) {
      if (answer !== undefined) resting.push(id);
      continue;
    }
    if (isUndecided || answer === undefined) open.add(id);
    else settled.set(id, answer);
    if (open.size) ahead.push(id);
    else if (answer !== undefined) path.push({ question, answer });
  }
  const current = findById(wizard.questions, ahead[0]) ?? null;
  return { current, path, ahead, resting, rejected: rejectAnswers(wizard, answers) };
}

/** Stored answers that the wizard does not take, in stored order. */
function rejectAnswers(wizard: Wizard, answers: Answers): readonly RejectedAnswer[] {
  return Object.entries<unknown>(answers).flatMap(([questionId, answer]) => {
    const question = findById(wizard.questions, questionId);
    const reason = question ? readAnswer(question, answer).reason : 'unknown-question';
    return reason && answer !== undefined ? { questionId, answer, reason } : [];
  });
}
