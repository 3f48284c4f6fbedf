import { normalizeCondition } from './normalize-condition.ts';
import type {
  RawAdvice,
  RawCondition,
  RawFact,
  RawFormula,
  RawNumber,
  RawOption,
  RawOutcome,
  RawPersona,
  RawQuestion,
  RawRule,
  RawWizard,
} from './raw-wizard.ts';
import type {
  Advice,
  ComputedNumber,
  Condition,
  Fact,
  Formula,
  Option,
  Outcome,
  Persona,
  Question,
  Rule,
  Wizard,
} from './types.ts';

type ReadCondition = (raw: RawCondition | undefined) => Condition;

/**
 * Turn a definition as written into the one form the engine works on: conditions as trees, scales
 * written out as options, defaults filled in, every list in reading order.
 *
 * Ids are not followed here: a question with an unknown scale gets no options, and `checkScales()`
 * says so.
 */
export function normalizeWizard(raw: RawWizard): Wizard {
  const multiple = new Set(raw.questions.filter((q) => q.multiple).map((q) => q.id));
  const condition: ReadCondition = (part) => normalizeCondition(part, (id) => multiple.has(id));
  return {
    id: raw.id,
    version: raw.version,
    title: raw.title,
    summary: raw.summary,
    minutes: raw.minutes,
    audience: raw.audience,
    reviewed: raw.reviewed,
    reviewBy: raw.reviewBy,
    state: raw.state ?? [],
    questions: raw.questions.map((question) => normalizeQuestion(raw, question, condition)),
    facts: (raw.facts ?? []).map((fact) => normalizeFact(fact, condition)),
    hit: raw.decision.hit,
    rules: raw.decision.rules.map((rule) => normalizeRule(rule, condition)),
    outcomes: raw.outcomes.map(normalizeOutcome),
    advice: (raw.advice ?? []).map((advice) => normalizeAdvice(advice, condition)),
    numbers: (raw.numbers ?? []).map((number) => normalizeNumber(number, condition)),
    personas: (raw.personas ?? []).map(normalizePersona),
  };
}

function normalizeQuestion(raw: RawWizard, question: RawQuestion, read: ReadCondition): Question {
  const base = {
    id: question.id,
    code: question.code,
    ask: question.ask,
    hint: question.hint ?? null,
    why: question.why,
    when: read(question.when),
    group: question.group ?? null,
  };
  if (question.number) return { ...base, kind: 'number', ...question.number };
  const written = question.scale ? scaleOptions(raw, question.scale) : question.options;
  const options = (written ?? []).map((option) => normalizeOption(option, question.score));
  if (!question.multiple)
    return { ...base, kind: 'single', display: question.scale ? 'scale' : 'list', options };
  const exclusive = question.multiple === true ? [] : (question.multiple.exclusive ?? []);
  return { ...base, kind: 'multiple', options, exclusive };
}

function scaleOptions(raw: RawWizard, scale: string): readonly RawOption[] | undefined {
  return Object.hasOwn(raw.scales ?? {}, scale) ? raw.scales?.[scale]?.options : undefined;
}

/** `$` in `scores` stands for the question's own score; without one it gives nothing. */
function normalizeOption(raw: RawOption, score: string | undefined): Option {
  const scores = Object.entries(raw.scores ?? {}).flatMap(([name, points]) => {
    const own = name === '$' ? score : name;
    return own === undefined ? [] : [[own, points] as const];
  });
  return {
    id: raw.id,
    code: raw.code,
    label: raw.label,
    hint: raw.hint ?? null,
    unknown: raw.unknown ?? null,
    scores: Object.fromEntries(scores),
    notApplicable: raw.notApplicable ?? false,
  };
}

function normalizeFact(raw: RawFact, read: ReadCondition): Fact {
  const { id, label } = raw;
  if (raw.total === undefined) return { kind: 'condition', id, label, when: read(raw.when) };
  const bands = raw.bands ?? [];
  return { kind: 'total', id, label, score: raw.total, as: raw.as ?? 'sum', bands };
}

function normalizeRule(raw: RawRule, read: ReadCondition): Rule {
  const { id, outcome, because, sources = [] } = raw;
  return { id, when: read(raw.when), outcome, because, sources };
}

function normalizeOutcome(raw: RawOutcome): Outcome {
  return {
    id: raw.id,
    title: raw.title,
    recommendation: raw.recommendation,
    why: raw.why,
    steps: raw.steps ?? [],
    risks: raw.risks ?? [],
    involve: raw.involve ?? [],
    documents: raw.documents ?? [],
    requirements: raw.requirements ?? [],
    guides: raw.guides ?? [],
    sources: raw.sources ?? [],
  };
}

function normalizeAdvice(raw: RawAdvice, read: ReadCondition): Advice {
  const { id, title, text, level, stop = false, sources = [] } = raw;
  return { id, when: read(raw.when), title, text, level, stop, sources };
}

function normalizeNumber(raw: RawNumber, read: ReadCondition): ComputedNumber {
  const { id, label, unit, when, formula, thumbs = [] } = raw;
  return {
    id,
    label,
    unit,
    when: read(when),
    formula: normalizeFormula(formula),
    thumbs: thumbs.map((thumb) => ({ ...thumb, usual: thumb.usual ?? null })),
  };
}

function normalizeFormula(raw: RawFormula): Formula {
  if (typeof raw === 'number') return { kind: 'constant', value: raw };
  if (typeof raw === 'string') return { kind: 'name', name: raw };
  if ('roundUp' in raw) return { kind: 'round-up', of: normalizeFormula(raw.roundUp) };
  const parts = (
    kind: 'sum' | 'product' | 'divide' | 'largest' | 'known',
    of: readonly RawFormula[],
  ) => ({ kind, of: of.map(normalizeFormula) }) as const;
  if ('sum' in raw) return parts('sum', raw.sum);
  if ('product' in raw) return parts('product', raw.product);
  if ('divide' in raw) return parts('divide', raw.divide);
  if ('largest' in raw) return parts('largest', raw.largest);
  return parts('known', raw.known);
}

function normalizePersona(raw: RawPersona): Persona {
  const { id, who, answers, advice = [], numbers = null } = raw;
  const outcomes = raw.outcomes ?? (raw.outcome === undefined ? [] : [raw.outcome]);
  return { id, who, answers, outcomes, advice, numbers };
}
