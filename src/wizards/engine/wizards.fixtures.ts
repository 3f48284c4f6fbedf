import { normalizeWizard } from './normalize-wizard.ts';
import type { RawOption, RawQuestion, RawWizard } from './raw-wizard.ts';
import type { Answer, Question, Wizard } from './types.ts';

/** Freeze a value and all in it, so that a test fails when somebody changes an argument. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** Options with ids as given and codes a, b, c … */
export function options(...ids: readonly string[]): readonly RawOption[] {
  return ids.map((id, index) => ({ id, code: String.fromCharCode(97 + index), label: id }));
}

/** A question with what is left out filled in. */
export function question(
  given: Partial<RawQuestion> & { readonly id: string; readonly code: string },
): RawQuestion {
  return { ask: `Fråga om ${given.id}?`, why: 'Svaret styr resten.', ...given };
}

export function outcome(id: string) {
  return { id, title: id, recommendation: 'Gör så.', why: 'Därför.', sources: ['kalla'] };
}

/** A wizard with what is left out filled in; frozen. */
export function wizardOf(given: Partial<RawWizard> & Pick<RawWizard, 'questions'>): Wizard {
  const raw: RawWizard = {
    id: 'prov',
    version: 3,
    title: 'Prov',
    summary: 'Ett prov.',
    minutes: 1,
    audience: ['it'],
    reviewed: '2026-11-01',
    reviewBy: '2027-11-01',
    decision: { hit: 'first', rules: [rule('r-resten', 'resten')] },
    outcomes: [outcome('resten')],
    ...given,
  };
  return deepFreeze(normalizeWizard(deepFreeze(raw)));
}

export function rule(
  id: string,
  to: string,
  when?: RawWizard['decision']['rules'][number]['when'],
) {
  return { id, outcome: to, because: `För att ${id}.`, sources: ['kalla'], when };
}

/** The example of the decision model: group, number of pupils, and devices for the older ones. */
export const login = wizardOf({
  questions: [
    question({ id: 'grupp', code: 'g', options: options('f-3', 'gy') }),
    question({ id: 'elever', code: 'n', number: { min: 1, max: 200_000, unit: 'elever' } }),
    question({
      id: 'enheter',
      code: 'e',
      multiple: { exclusive: ['inga', 'vet-inte'] },
      when: { grupp: 'gy' },
      options: [
        ...options('egna', 'skolans', 'inga'),
        {
          id: 'vet-inte',
          code: 'v',
          label: 'Vet inte',
          unknown: { ask: 'it', how: 'Fråga vilka enheter som är registrerade.' },
        },
      ],
    }),
    question({
      id: 'hantering',
      code: 'h',
      when: { enheter: { any: ['skolans'] }, stor: true },
      options: options('ja', 'nej'),
    }),
  ],
  facts: [{ id: 'stor', label: 'Minst 1 500 elever', when: { elever: { from: 1500 } } }],
  decision: {
    hit: 'first',
    rules: [
      rule('r-enkel', 'enkel', { grupp: 'f-3' }),
      rule('r-oklart', 'kartlagg', { enheter: { only: ['vet-inte'] } }),
      rule('r-stor', 'samordna', { all: [{ stor: true }, { not: { hantering: 'nej' } }] }),
      rule('r-resten', 'skolkonto'),
    ],
  },
  outcomes: ['enkel', 'kartlagg', 'samordna', 'skolkonto'].map(outcome),
  advice: [
    {
      id: 'egna-enheter',
      when: { enheter: { any: ['egna'] } },
      title: 'Egna enheter',
      text: 'Skriv regler.',
      level: 'rad',
      sources: ['kalla'],
    },
    { id: 'alltid', title: 'Alltid', text: 'Informera.', level: 'rad', sources: ['kalla'] },
  ],
});

/** A question of a wizard by id. */
export function pick(wizard: Wizard, id: string): Question {
  const found = wizard.questions.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No question "${id}".`);
  return found;
}

/** Every valid answer, the plain way. */
export function everyAnswer(question: Question): readonly Answer[] {
  switch (question.kind) {
    case 'single':
      return question.options.map(({ id }) => id);
    case 'number':
      return Array.from({ length: question.max - question.min + 1 }, (_, i) => question.min + i);
    case 'multiple': {
      const together = question.options.filter(({ id }) => !question.exclusive.includes(id));
      const sets = Array.from({ length: 2 ** together.length - 1 }, (_, bits) =>
        together.filter((_option, at) => ((bits + 1) >> at) & 1).map(({ id }) => id),
      );
      return [...sets, ...question.exclusive.map((id) => [id])];
    }
  }
}
