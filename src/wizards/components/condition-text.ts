import type { Condition, Fact, Question, Wizard } from '../engine/types.ts';
import { numberText } from './answer-text.ts';
import {
  type Clause,
  type ClauseTest,
  mergeAlternatives,
  mergeDemands,
  type Picks,
  simplify,
} from './condition-clauses.ts';
import type { Translate } from './page-data.ts';

interface Words {
  readonly wizard: Wizard;
  readonly t: Translate;
}

/**
 * A condition in words, as the end of a sentence that begins with "när" or "om":
 * `ni svarar minst 100 på ”Hur många elever?” och ”Ja” på ”…”`. It says exactly what the condition says.
 *
 * @param t Texts under `result.`.
 */
export function conditionText(wizard: Wizard, condition: Condition, t: Translate): string {
  return clauseText({ wizard, t }, simplify(condition), 0);
}

/** The alternatives of a condition, each in words: what has to hold is one of the lines. */
export function conditionLines(
  wizard: Wizard,
  condition: Condition,
  t: Translate,
): readonly string[] {
  const words = { wizard, t };
  const clause = simplify(condition);
  const parts = clause.kind === 'any' ? mergeAlternatives(clause.of, answerIn(words)) : [clause];
  return parts.map((part) => clauseText(words, part, 0));
}

/** An answer to one question in words, the question not named: `”Ja” eller ”Nej”`, `”A” men inte ”B”`. */
export function answerConditionText(wizard: Wizard, condition: Condition, t: Translate): string {
  const words = { wizard, t };
  const alternatives = simplify(condition);
  const parts = alternatives.kind === 'any' ? alternatives.of : [alternatives];
  const texts = parts.map((part) => {
    const [own] = mergeDemands(part.kind === 'all' ? part.of : [part]);
    return own?.kind === 'picks'
      ? picksText(words, withoutNeedless(words, own))
      : clauseText(words, part, 1);
  });
  return joinWords(texts, t('if.or'));
}

/** @param depth How many levels stand around it. */
function clauseText(words: Words, clause: Clause, depth: number): string {
  const { t } = words;
  if (clause.kind === 'true') return t('if.always');
  if (clause.kind === 'all') return allText(words, clause.of, depth);
  if (clause.kind === 'any') return anyText(words, clause.of, depth);
  return clause.kind === 'picks'
    ? pickedText(words, withoutNeedless(words, clause))
    : testText(words, clause);
}

/** An option that stands alone is not chosen with others: that goes without saying. */
function withoutNeedless({ wizard }: Words, picks: Picks): Picks {
  const question = wizard.questions.find(({ id }) => id === picks.fact);
  const alone = question?.kind === 'multiple' ? question.exclusive : [];
  const chosen = picks.some.flat();
  if (picks.some.some((group) => group.every((id) => alone.includes(id))))
    return { ...picks, none: [] };
  if (!chosen.length || chosen.some((id) => alone.includes(id))) return picks;
  return { ...picks, none: picks.none.filter((id) => !alone.includes(id)) };
}

/** Everything that is demanded. Alternatives among it come last, where they need no brackets. */
function allText(words: Words, of: readonly Clause[], depth: number): string {
  const parts = mergeDemands(of);
  const [only] = parts;
  if (parts.length === 1 && only) return clauseText(words, only, depth);
  const plain = parts.filter(({ kind }) => kind !== 'any');
  const either = parts.filter(({ kind }) => kind === 'any');
  const texts = [...plain, ...either].map((part) => clauseText(words, part, depth + 1));
  const text = joinWords(sayOnce(words, texts), words.t('if.and'));
  return depth > 1 ? `(${text})` : text;
}

/** Alternatives. With several demands in one of them, commas keep them apart. */
function anyText(words: Words, of: readonly Clause[], depth: number): string {
  const { t } = words;
  const parts = mergeAlternatives(of, answerIn(words));
  const [only] = parts;
  if (parts.length === 1 && only) return clauseText(words, only, depth);
  const texts = parts.map((part) => clauseText(words, part, depth + 1));
  const isLong = parts.some(({ kind }) => kind === 'all');
  const list = isLong
    ? texts.join(`, ${t('if.or')} `)
    : joinWords(sayOnce(words, texts), t('if.or'));
  if (depth === 0) return list;
  return depth > 1 || isLong ? `(${list})` : t('if.either', { list });
}

/** The answer of a test as it is read. Facts are never put together: each has a sentence of its own. */
function answerIn(words: Words) {
  return ({ test }: ClauseTest): string =>
    test.kind === 'is' && words.wizard.questions.some(({ id }) => id === test.fact)
      ? labelsOf(words, test.fact, test.values).join()
      : test.fact;
}

/** `ni svarar a på x` and `ni svarar b på y` share their beginning. */
function sayOnce({ t }: Words, texts: readonly string[]): readonly string[] {
  const startOf = (key: string, name: string) => t(key, { [name]: '|' }).split('|')[0] ?? '';
  const [alone, ...starts] = [
    startOf('if.answered', 'name'),
    startOf('if.is', 'list'),
    startOf('if.picks', 'list'),
  ];
  return texts.map((text, at) => {
    const start = starts.find((each) => text.startsWith(each) && !text.startsWith(alone ?? each));
    return start && !texts[at - 1]?.startsWith(alone ?? start) && texts[at - 1]?.startsWith(start)
      ? text.slice(start.length)
      : text;
  });
}

/** What is demanded of the answer to one question with several options. */
function pickedText(words: Words, picks: Picks): string {
  const { wizard, t } = words;
  const name = nameOf(wizard, picks.fact);
  const list = picksText(words, picks);
  if (picks.some.length) return t('if.picks', { name, list });
  if (!picks.none.length) return t('if.answered', { name });
  const question = wizard.questions.find(({ id }) => id === picks.fact);
  // of a question that is not always asked it has to be said that it was
  const key = question?.when.kind === 'true' ? 'if.pickNot' : 'if.without';
  return t(key, { name, list: noneOf(words, picks) });
}

function picksText(words: Words, picks: Picks): string {
  const { t } = words;
  if (!picks.some.length) return t('if.withoutShort', { list: noneOf(words, picks) });
  const groups = picks.some.map((group) => {
    const list = joinWords(labelsOf(words, picks.fact, group), t('if.and'));
    return group.length > 1 ? t('if.oneOf', { list }) : list;
  });
  const wanted = joinWords(groups, t('if.and'));
  if (!picks.none.length) return wanted;
  const unwanted = labelsOf(words, picks.fact, picks.none);
  const key = ['if.butNot', 'if.butNeither'][unwanted.length - 1] ?? 'if.butNone';
  const last = t(unwanted.length === 2 ? 'if.or' : 'if.and');
  return t(key, { list: wanted, not: joinWords(unwanted, last) });
}

function noneOf(words: Words, { fact, none }: Picks): string {
  const list = joinWords(labelsOf(words, fact, none), words.t('if.and'));
  return none.length > 1 ? words.t('if.anyOf', { list }) : list;
}

function testText(words: Words, clause: ClauseTest): string {
  const { wizard, t } = words;
  const { test, isNot } = clause;
  const fact = wizard.facts.find(({ id }) => id === test.fact);
  const name = nameOf(wizard, test.fact);
  if (fact?.kind === 'condition' && test.kind === 'is')
    return t(test.values.includes('true') === isNot ? 'if.factNot' : 'if.fact', { name });
  if (test.kind === 'between') {
    const list = joinWords(
      clause.ranges.map(([from, to]) => rangeText(from, to, t)),
      t('if.or'),
    );
    return t(isNot ? 'if.isNot' : 'if.is', { name, list });
  }
  const labels = labelsOf(words, test.fact, test.values);
  if (fact?.kind === 'total')
    return t(isNot ? 'if.bandNot' : 'if.band', { name, list: joinWords(labels, t('if.or')) });
  if (test.kind === 'is') return isText(words, clause, name, labels);
  return hasNotText(words, clause, name, labels);
}

/** One option: those it is, or those it is not where that is much shorter. */
function isText(
  words: Words,
  { test, isNot, also }: ClauseTest,
  name: string,
  labels: readonly string[],
) {
  const { wizard, t } = words;
  const own = wizard.questions.find(({ id }) => id === test.fact);
  const options = own && own.kind !== 'number' ? own.options : [];
  const values: readonly string[] = test.kind === 'is' ? test.values : [];
  const others = options.filter(({ id }) => !values.includes(id));
  const list = joinWords(labels, t('if.or'));
  if (isNot) return t('if.isNot', { name, list });
  if (also.length) {
    const names = [test.fact, ...also].map((id) => `”${nameOf(wizard, id)}”`);
    return t('if.isAny', { list, names: joinWords(names, t('if.or')) });
  }
  if (options.length > 0 && others.length === 0) return t('if.answered', { name });
  if (labels.length < 3 || others.length > 1) return t('if.is', { name, list });
  return t('if.isOther', { name, list: others.map(({ label }) => `”${label}”`).join() });
}

/** The tests of several options that `picks` does not cover. */
function hasNotText(
  words: Words,
  { test, isNot }: ClauseTest,
  name: string,
  labels: readonly string[],
) {
  const { t } = words;
  if (test.kind !== 'has') return '';
  const list = joinWords(labels, t('if.and'));
  const isOne = labels.length === 1;
  const key: Readonly<Record<string, string>> = {
    any: isOne ? 'if.pickNot' : 'if.pickNone',
    all: isOne ? 'if.pickNot' : 'if.pickNotAll',
    none: isOne ? 'if.pickIfAsked' : 'if.pickOneIfAsked',
    only: isNot ? 'if.pickNotOnly' : isOne ? 'if.pickOnly' : 'if.pickAmong',
  };
  return t(key[test.mode] ?? '', { name, list });
}

function rangeText(from: number | null, to: number | null, t: Translate): string {
  if (from === null) return t('if.atMost', { to: numberText(to ?? 0) });
  if (to === null) return t('if.atLeast', { from: numberText(from) });
  return from === to ? numberText(from) : `${numberText(from)}–${numberText(to)}`;
}

function nameOf({ questions, facts }: Wizard, id: string): string {
  const question = questions.find((each) => each.id === id);
  return question?.ask ?? facts.find((each) => each.id === id)?.label ?? id;
}

function labelsOf({ wizard }: Words, id: string, values: readonly string[]): readonly string[] {
  const question: Question | undefined = wizard.questions.find((each) => each.id === id);
  const fact: Fact | undefined = wizard.facts.find((each) => each.id === id);
  const bands = fact?.kind === 'total' ? fact.bands : [];
  const options = question && question.kind !== 'number' ? question.options : bands;
  return values.map((value) => `”${options.find((each) => each.id === value)?.label ?? value}”`);
}

/** `a, b eller c`. */
export function joinWords(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
