import { numberText } from '../wizards/components/answer-text.ts';
import type { Condition, Question, Wizard } from '../wizards/engine/types.ts';
import { t } from './strings.ts';

/** A condition in words: `”Hur många elever?” är minst 100 och …`. */
export function conditionText(wizard: Wizard, condition: Condition): string {
  switch (condition.kind) {
    case 'true':
      return t('condition.always');
    case 'all':
      return condition.of.map((part) => inner(wizard, part)).join(` ${t('condition.and')} `);
    case 'any':
      return condition.of.map((part) => inner(wizard, part)).join(` ${t('condition.or')} `);
    case 'not':
      return t('condition.not', { what: inner(wizard, condition.of) });
    default:
      return testText(wizard, condition);
  }
}

function inner(wizard: Wizard, condition: Condition): string {
  const text = conditionText(wizard, condition);
  return condition.kind === 'all' || condition.kind === 'any' ? `(${text})` : text;
}

type FactTest = Exclude<Condition, { kind: 'true' | 'all' | 'any' | 'not' }>;

function testText(wizard: Wizard, test: FactTest): string {
  const question = wizard.questions.find(({ id }) => id === test.fact);
  const fact = wizard.facts.find(({ id }) => id === test.fact);
  if (!question && fact?.kind === 'condition' && test.kind === 'is') {
    const isTrue = test.values.includes('true');
    return isTrue
      ? fact.label.toLowerCase()
      : t('condition.not', { what: fact.label.toLowerCase() });
  }
  const name = question?.ask ?? fact?.label ?? test.fact;
  if (test.kind === 'between') return betweenText(name, test.from, test.to);
  const labels = test.values.map((value) => label(question, fact, value));
  const list = labels.join(
    ` ${t(test.kind === 'has' && test.mode === 'all' ? 'condition.and' : 'condition.or')} `,
  );
  const key = test.kind === 'is' ? 'condition.is' : (`condition.${test.mode}` as const);
  return t(key, { name, list });
}

function betweenText(name: string, from: number | null, to: number | null): string {
  if (from === null) return t('condition.atMost', { name, to: numberText(to ?? 0) });
  if (to === null) return t('condition.atLeast', { name, from: numberText(from) });
  return t('condition.between', { name, from: numberText(from), to: numberText(to) });
}

function label(
  question: Question | undefined,
  fact: Wizard['facts'][number] | undefined,
  value: string,
): string {
  if (fact?.kind === 'total') return fact.bands.find(({ id }) => id === value)?.label ?? value;
  if (!question || question.kind === 'number') return value;
  return question.options.find(({ id }) => id === value)?.label ?? value;
}
