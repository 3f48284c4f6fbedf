import type { Option, Question } from './types.ts';

/** The options of a question; none for a number. */
export function optionsOf(question: Question): readonly Option[] {
  return 'options' in question ? question.options : [];
}

/** Whether an option of the question may be chosen together with others. */
export function isCombinable(question: Question, { id }: Option): boolean {
  return question.kind === 'multiple' && !question.exclusive.includes(id);
}
