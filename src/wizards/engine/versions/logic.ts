import { collectAdvice } from '../collect-advice.ts';
import { decide } from '../decide.ts';
import { resolvePosition } from '../resolve-position.ts';
import type { Advice, Answers, Condition, Option, Question, Rule, Wizard } from '../types.ts';

interface Conditional {
  /** Left out when it is always so. */
  readonly when?: Condition | undefined;
}

interface LogicOption extends Pick<Option, 'id'> {
  readonly scores?: Option['scores'] | undefined;
  readonly notApplicable?: true | undefined;
}

interface LogicQuestion extends Conditional, Pick<Question, 'id' | 'kind' | 'ask'> {
  readonly options?: readonly LogicOption[] | undefined;
  readonly exclusive?: readonly string[] | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** What decides in a version, without its texts: only questions, titles of outcomes and of advice. */
export interface ArchivedLogic extends Pick<Wizard, 'hit' | 'facts'> {
  readonly questions: readonly LogicQuestion[];
  readonly rules: readonly (Conditional & Pick<Rule, 'id' | 'outcome'>)[];
  readonly outcomes: readonly { readonly id: string; readonly title: string }[];
  readonly advice: readonly (Conditional & Pick<Advice, 'id' | 'title'>)[];
}

/** What a version decided, in its own words. */
export interface DecisionBefore {
  readonly outcomes: ArchivedLogic['outcomes'];
  readonly advice: readonly { readonly id: string; readonly title: string }[];
}

/** What to keep of a version to decide as it did. */
export function archiveLogic({
  hit,
  questions,
  facts,
  rules,
  outcomes,
  advice,
}: Wizard): ArchivedLogic {
  return {
    hit,
    questions: questions.map(logicQuestion),
    facts,
    rules: rules.map(({ id, outcome, when }) => ({ id, outcome, ...unlessAlways(when) })),
    outcomes: outcomes.map(({ id, title }) => ({ id, title })),
    advice: advice.map(({ id, title, when }) => ({ id, title, ...unlessAlways(when) })),
  };
}

function logicQuestion(question: Question): LogicQuestion {
  const { id, kind, ask, when } = question;
  const base = { id, kind, ask, ...unlessAlways(when) };
  if (question.kind === 'number') return { ...base, min: question.min, max: question.max };
  const options = question.options.map(({ id: option, scores, notApplicable }) => ({
    id: option,
    ...(Object.keys(scores).length ? { scores } : {}),
    ...(notApplicable ? { notApplicable } : {}),
  }));
  return question.kind === 'multiple'
    ? { ...base, options, exclusive: question.exclusive }
    : { ...base, options };
}

const unlessAlways = (when: Condition) => (when.kind === 'true' ? {} : { when });

/**
 * What answers led to in an archived version.
 *
 * @returns `null` when a question was still open.
 */
export function decideBefore(
  wizard: Wizard,
  logic: ArchivedLogic,
  answers: Answers,
): DecisionBefore | null {
  const old = asDeciding(wizard, logic);
  const { path, current } = resolvePosition(old, answers);
  if (current) return null;
  return {
    outcomes: decide(old, path).outcomes.map(({ id, title }) => ({ id, title })),
    advice: collectAdvice(old, path).map(({ id, title }) => ({ id, title })),
  };
}

/** A wizard with everything that matters to what it decides. The rest is empty. */
function asDeciding(wizard: Wizard, logic: ArchivedLogic): Wizard {
  const always = { kind: 'true' } as const;
  const fill = <T extends Conditional>(part: T) => ({ ...part, when: part.when ?? always });
  // every field that decides is there; texts and lists of links are not asked for by the engine
  return {
    ...wizard,
    hit: logic.hit,
    facts: logic.facts,
    questions: logic.questions.map((question) => ({
      ...fill(question),
      code: '',
      options: question.options?.map((option) => ({ scores: {}, ...option })) ?? [],
    })),
    rules: logic.rules.map(fill),
    outcomes: logic.outcomes,
    advice: logic.advice.map(fill),
  } as unknown as Wizard;
}
