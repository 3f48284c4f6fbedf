import { passes, type Test } from '../conditions.ts';
import { givesScore } from '../dependencies.ts';
import { optionsOf } from '../options.ts';
import { addAnswer, bandOf, type Tally } from '../tally.ts';
import type { Answer, Question, TotalFact, Wizard } from '../types.ts';

/** A test on the band of a total, with what is needed to know early how it ends. */
export interface TotalTest {
  readonly key: string;
  readonly fact: TotalFact;
  readonly test: Test;
  /** By question: whether it gives the score. */
  readonly gives: readonly boolean[];
  /** Index of the last question that does. */
  readonly last: number;
  /** By band: whether the test holds in it. */
  readonly holds: readonly boolean[];
  /** By question and border between bands: least and most that the questions after it may add. */
  readonly ahead: readonly (readonly Span[])[] | null;
}

type Span = readonly [least: number, most: number];

/** So that rounding never decides: closer to a border than this nothing is settled early. */
const MARGIN = 1e-6;

/**
 * How far a total is above a border between two bands, as a sum over answers: points for a sum; for
 * a share, 100 × points − border × highest possible, which is ≥ 0 exactly when the border is reached.
 */
function weigh(fact: TotalFact, border: number, [points, possible]: Tally): number {
  return fact.as === 'sum' ? points : 100 * points - border * possible;
}

/** Prepare a test on a total. */
export function prepareTotal(wizard: Wizard, fact: TotalFact, test: Test): TotalTest {
  const gives = wizard.questions.map((question) => givesScore(question, fact.score));
  const key = `${fact.id} ${JSON.stringify(test)}`;
  const holds = fact.bands.map(({ id }) => passes(test, id));
  const ahead = spansAhead(wizard, fact);
  return { key, fact, test, gives, last: gives.lastIndexOf(true), holds, ahead };
}

function spansAhead(wizard: Wizard, fact: TotalFact): TotalTest['ahead'] {
  const borders = fact.bands.slice(1).map(({ from }) => from);
  const isRising = borders.every((from, at) => !at || from > (borders[at - 1] ?? from));
  const tallies = wizard.questions.map((question) => talliesOf(question, fact.score));
  // a highest possible below nothing would turn the borders of a share around
  if (!isRising || tallies.flat().some(([, possible]) => possible < 0)) return null;
  let spans: readonly Span[] = borders.map(() => [0, 0]);
  const ahead: (readonly Span[])[] = [];
  for (const own of tallies.toReversed()) {
    ahead.unshift(spans);
    spans = spans.map(([least, most], at) => {
      const weights = own.map((tally) => weigh(fact, borders[at] ?? 0, tally));
      return [least + Math.min(0, ...weights), most + Math.max(0, ...weights)];
    });
  }
  return ahead;
}

/** Least and most that one question may give. Several options: the ends, never reached together. */
function talliesOf(question: Question, score: string): readonly Tally[] {
  if (!givesScore(question, score)) return [];
  const one = ({ id }: { readonly id: string }) => {
    const answer: Answer = question.kind === 'single' ? id : [id];
    return addAnswer([0, 0, 0], question, answer, score);
  };
  if (question.kind !== 'multiple') return optionsOf(question).map(one);
  const points = question.options.map((option) => option.scores[score] ?? 0);
  const [, possible] = question.options.map(one).reduce((a, b) => (b[1] > a[1] ? b : a));
  const sum = (sign: number) =>
    points.filter((given) => given * sign > 0).reduce((total, given) => total + given, 0);
  return [-1, 1].flatMap((sign): Tally[] => [
    [sum(sign), possible, 1],
    [sum(sign), 0, 1],
  ]);
}

/** The tally with nothing in it that cannot matter to the band. */
export function normalizeTally({ as }: TotalFact, [points, possible, counted]: Tally): Tally {
  return as === 'sum' ? [points, 0, counted ? 1 : 0] : [points, possible, 1];
}

/** Whether the test holds, or `null` while later answers may still decide. */
export function settleTotal(total: TotalTest, tally: Tally, index: number): boolean | null {
  const { fact, test, last, holds, ahead } = total;
  if (index >= last) {
    const band = bandOf(fact, tally);
    return band !== undefined && passes(test, band);
  }
  const spans = ahead?.[index] ?? (ahead && index < 0 ? [] : null);
  if (!spans?.length) return null;
  let [lowest, highest] = [0, 0];
  spans.forEach(([least, most], at) => {
    const border = fact.bands[at + 1]?.from ?? 0;
    const above = weigh(fact, border, tally) - (fact.as === 'sum' ? border : 0);
    if (above + least > MARGIN) lowest = at + 1;
    if (above + most > -MARGIN) highest = at + 1;
  });
  const left = holds.slice(lowest, highest + 1);
  if (left.every((value) => !value)) return false;
  const isValued = fact.as === 'sum' ? tally[2] > 0 : tally[1] > 0;
  return isValued && left.every(Boolean) ? true : null;
}
