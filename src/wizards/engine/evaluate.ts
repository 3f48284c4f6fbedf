import { collectAdvice } from './collect-advice.ts';
import { decide } from './decide.ts';
import { optionsOf } from './options.ts';
import { countRemaining } from './remaining.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answers, View, Wizard } from './types.ts';

/**
 * Everything a page shows, from one definition and the stored answers. Pure: no clock, no storage.
 *
 * @param wizard A definition that `checkWizard()` found no problems in.
 * @param answers Any object. Not trusted, and never changed.
 */
export function evaluate(wizard: Wizard, answers: Answers): View {
  const position = resolvePosition(wizard, answers);
  const { current, path } = position;
  return {
    position,
    decision: current ? null : decide(wizard, path),
    advice: current ? [] : collectAdvice(wizard, path),
    remaining: countRemaining(wizard, answers),
    unknowns: path.flatMap((step) =>
      optionsOf(step.question)
        .filter(({ id, unknown }) => unknown && [step.answer].flat().includes(id))
        .map((option) => ({ step, option })),
    ),
  };
}
