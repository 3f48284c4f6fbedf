import { setCondition } from '../../engine/explain/outcome-conditions.ts';
import type { AnswerSet } from '../../engine/graph/answer-set.ts';
import { isInSet } from '../../engine/graph/answer-set.ts';
import { classOf, type Graph } from '../../engine/graph/graph.ts';
import type { OutcomeId, QuestionId, Wizard } from '../../engine/types.ts';
import { numberText } from '../answer-text.ts';
import { answerConditionText, joinWords } from '../condition-text.ts';
import { t } from '../texts.ts';

/** The titles of outcomes, as a list in words. */
export function outcomeNames(wizard: Wizard, ids: readonly OutcomeId[]): string {
  const titles = ids.map((id) => wizard.outcomes.find((outcome) => outcome.id === id)?.title ?? id);
  return joinWords(
    titles.map((title) => `”${title}”`),
    t('if.or'),
  );
}

/** Answers to a question in words, without the question: `”Ja” eller ”Vet inte”`, `1–499`. */
export function answersInWords(graph: Graph, id: QuestionId, set: AnswerSet): string {
  const question = graph.wizard.questions.find((candidate) => candidate.id === id);
  if (!question) return '';
  if (set.kind === 'numbers') {
    const ranges = set.ranges.map(({ from, to }) => rangeText(from, to));
    return `${joinWords(ranges, t('if.or'))} ${question.kind === 'number' ? question.unit : ''}`;
  }
  if (set.kind === 'options' && question.kind !== 'number') {
    const labels = question.options.filter(({ id: own }) => set.options.includes(own));
    return joinWords(
      labels.map(({ label }) => `”${label}”`),
      t('if.or'),
    );
  }
  return choicesInWords(graph, id, set);
}

function rangeText(from: number, to: number): string {
  return from === to ? numberText(from) : `${numberText(from)}–${numberText(to)}`;
}

/** Several options: what must and must not be chosen, told apart from every other answer. */
function choicesInWords(graph: Graph, id: QuestionId, set: AnswerSet): string {
  const layer = graph.layers.find(({ question }) => question.id === id);
  if (!layer) return '';
  const others = layer.classes
    .filter(({ answer }) => !isInSet(set, answer))
    .map((other) => other.set);
  return answerConditionText(graph.wizard, setCondition(layer.question, set, others), t);
}

/** Whether two answers mean the same to everything in the guide. */
export function isSameClass(graph: Graph, id: QuestionId, a: unknown, b: unknown): boolean {
  const layer = graph.layers.find(({ question }) => question.id === id);
  return (
    layer !== undefined && classOf(layer.classes, a as never) === classOf(layer.classes, b as never)
  );
}
