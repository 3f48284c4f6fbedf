import type { Condition, Fact, Question, Wizard } from '../engine/types.ts';
import { numberText } from './answer-text.ts';
import type { Translate } from './page-data.ts';

type FactTest = Exclude<Condition, { kind: 'true' | 'all' | 'any' | 'not' }>;

/**
 * A condition in words: `”Hur många elever?” är minst 100 och …`.
 *
 * @param t Texts under `result.`.
 */
export function conditionText(wizard: Wizard, condition: Condition, t: Translate): string {
  const inner = (part: Condition) => {
    const text = conditionText(wizard, part, t);
    return part.kind === 'all' || part.kind === 'any' ? `(${text})` : text;
  };
  switch (condition.kind) {
    case 'true':
      return t('if.always');
    case 'all':
      return condition.of.map(inner).join(` ${t('if.and')} `);
    case 'any':
      return condition.of.map(inner).join(` ${t('if.or')} `);
    case 'not':
      return t('if.not', { what: conditionText(wizard, condition.of, t) });
    default:
      return testText(wizard, condition, t);
  }
}

function testText(wizard: Wizard, test: FactTest, t: Translate): string {
  const question = wizard.questions.find(({ id }) => id === test.fact);
  const fact = wizard.facts.find(({ id }) => id === test.fact);
  if (!question && fact?.kind === 'condition' && test.kind === 'is') {
    const isTrue = test.values.includes('true');
    return isTrue ? lower(fact.label) : t('if.not', { what: lower(fact.label) });
  }
  const name = question?.ask ?? fact?.label ?? test.fact;
  if (test.kind === 'between') return betweenText(name, test.from, test.to, t);
  if (test.kind === 'has' && test.values.length === 0) return t('if.answered', { name });
  const word = test.kind === 'has' && test.mode === 'all' ? 'if.and' : 'if.or';
  const list = joinWords(
    test.values.map((value) => valueText(question, fact, value)),
    t(word),
  );
  return t(test.kind === 'is' ? 'if.is' : `if.${test.mode}`, { name, list });
}

function betweenText(name: string, from: number | null, to: number | null, t: Translate): string {
  if (from === null) return t('if.atMost', { name, to: numberText(to ?? 0) });
  if (to === null) return t('if.atLeast', { name, from: numberText(from) });
  const key = from === to ? 'if.exactly' : 'if.between';
  return t(key, { name, from: numberText(from), to: numberText(to) });
}

function valueText(question: Question | undefined, fact: Fact | undefined, value: string): string {
  if (fact?.kind === 'total') return fact.bands.find(({ id }) => id === value)?.label ?? value;
  if (!question || question.kind === 'number') return value;
  const label = question.options.find(({ id }) => id === value)?.label ?? value;
  return `”${label}”`;
}

/** `a, b eller c`. */
export function joinWords(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
