import { expect, test } from 'vitest';
import { login, options, question, rule, wizardOf } from '../wizards.fixtures.ts';
import { checkWizard } from './check-wizard.ts';

const context = { today: '2026-11-23' };
const faults = (...[wizard]: Parameters<typeof checkWizard>) =>
  checkWizard(wizard, context).filter(({ severity }) => severity === 'error');

test('finds no error in the example of the decision model, and suggests personas', () => {
  expect(faults(login, context)).toEqual([]);
  const first = checkWizard(login, context).find(({ check }) => check === 'no-persona');
  expect(first?.hint).toBe(
    'Add one, for example with answers: { grupp: f-3, elever: 1 }, outcome: enkel, advice: [alltid].',
  );
});

test('says which questions to simplify when there are too many situations', () => {
  // every subset of sixteen options is told apart, and so are all their combinations
  const ids = Array.from({ length: 16 }, (_, index) => `o${index}`);
  const wizard = wizardOf({
    questions: ['a', 'b'].map((id) =>
      question({
        id,
        code: id,
        multiple: true,
        options: ids.map((option, at) => ({ id: option, code: `${at}`, label: option })),
      }),
    ),
    decision: {
      hit: 'collect',
      rules: [
        rule('r', 'resten'),
        ...ids.flatMap((id, at) => [
          rule(`a${at}`, 'resten', { a: { any: [id] } }),
          rule(`b${at}`, 'resten', { b: { any: [id] } }),
        ]),
      ],
    },
  });
  expect(faults(wizard, context).map(({ message }) => message)).toEqual([
    'there are too many situations to go through. To tell apart: "a" (65535), "b" (65535).',
  ]);
}, 60_000);

test('goes through a self-assessment of thirty statements with totals', () => {
  const scale = options('ja', 'delvis', 'nej').map((option, at) => ({
    ...option,
    scores: { $: 2 - at },
  }));
  const wizard = wizardOf({
    scales: { grad: { options: scale } },
    questions: Array.from({ length: 30 }, (_, at) =>
      question({ id: `s${at}`, code: `s${at}`, scale: 'grad', score: at < 15 ? 'plan' : 'drift' }),
    ),
    facts: ['plan', 'drift'].map((total) => ({
      id: total,
      label: total,
      total,
      as: 'share',
      bands: [
        { id: 'lag', label: 'lag', from: 0 },
        { id: 'hog', label: 'hog', from: 80 },
      ],
    })),
    decision: {
      hit: 'unique',
      rules: [
        rule('r-hog', 'resten', { plan: 'hog', drift: 'hog' }),
        rule('r-lag', 'resten', { any: [{ plan: 'lag' }, { drift: 'lag' }] }),
      ],
    },
  });
  expect(faults(wizard, context)).toEqual([]);
});
