import { givesScore } from './dependencies.ts';
import type { Settled } from './facts.ts';
import { isCombinable, optionsOf } from './options.ts';
import type { Answer, Question, TotalFact, Wizard } from './types.ts';

/** Points so far, the highest they could have been, and how many answers counted. */
export type Tally = readonly [points: number, possible: number, counted: number];

/** Add up one score over the answers; questions that do not give it count for nothing. */
export function tallyScore(wizard: Wizard, score: string, settled: Settled): Tally {
  return wizard.questions.reduce<Tally>(
    (tally, question) => addAnswer(tally, question, settled.get(question.id), score),
    [0, 0, 0],
  );
}

/** The tally with one more answer, unless it is "ej aktuellt" or gives no such score. */
export function addAnswer(
  tally: Tally,
  question: Question,
  answer: Answer | undefined,
  score: string,
): Tally {
  if (answer === undefined || !givesScore(question, score)) return tally;
  const chosen = [answer].flat();
  let [points, together, alone] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const option of optionsOf(question)) {
    const isChosen = chosen.includes(option.id);
    if (option.notApplicable) {
      if (isChosen) return tally;
      continue;
    }
    const given = option.scores[score] ?? 0;
    if (isChosen) points += given;
    if (isCombinable(question, option)) together += Math.max(0, given);
    else alone = Math.max(alone, given);
  }
  const highest = question.kind === 'multiple' ? Math.max(together, alone) : alone;
  return [tally[0] + points, tally[1] + highest, tally[2] + 1];
}

/** The band a tally falls in, or `undefined` when nothing on the path counts. */
export function bandOf(total: TotalFact, [points, possible, counted]: Tally): string | undefined {
  const value = total.as === 'sum' ? points : (100 * points) / possible;
  if (!counted || !Number.isFinite(value)) return undefined;
  return (total.bands.findLast((band) => band.from <= value) ?? total.bands[0])?.id;
}
