import { type AnswerSet, type Choice, joinSets } from '../graph/answer-set.ts';
import type { Graph, Layer } from '../graph/graph.ts';
import { reduceGraph } from '../graph/reduce-graph.ts';
import type { Condition, OutcomeId, Question } from '../types.ts';
import { type Cube, coverWays } from './cover.ts';

/** When an outcome comes, said as shortly as can be. */
export interface OutcomeCondition {
  readonly outcome: OutcomeId;
  /** `any` of `all` of tests on questions, or fewer levels; `null` when it takes too many. */
  readonly when: Condition | null;
}

/**
 * "När gäller det här oss?": for each outcome that can come, the condition on the answers, worked
 * out from all the rules together. It holds exactly when the outcome comes.
 *
 * @param graph Of `compileOutcomes()`.
 */
export function describeOutcomes(graph: Graph): readonly OutcomeCondition[] {
  return graph.wizard.outcomes.flatMap(({ id }) => {
    if (!graph.ends.some((end) => end.includes(id))) return [];
    return [{ outcome: id, when: describeWays(graph, (end) => end.includes(id)) }];
  });
}

/** The condition that holds for exactly the ways that end as wanted, or `null`: too many parts. */
export function describeWays(
  graph: Graph,
  isWanted: (end: readonly string[]) => boolean,
): Condition | null {
  const ends = graph.ends.map((end) => (isWanted(end) ? ['true'] : []));
  const simple = reduceGraph({ ...graph, ends });
  const cubes = coverWays(simple, (end) => end.length > 0);
  return (
    cubes &&
    combine(
      'any',
      cubes.map((cube) => cubeCondition(simple, cube)),
    )
  );
}

function cubeCondition({ layers }: Graph, cube: Cube): Condition {
  const parts = [...cube].flatMap(([index, allowed]) => {
    const layer = layers[index];
    return layer ? layerCondition(layer, allowed) : [];
  });
  return parts.length ? combine('all', parts) : { kind: 'true' };
}

function layerCondition({ question, classes }: Layer, allowed: ReadonlySet<number>): Condition {
  const sets = [...allowed].sort((a, b) => a - b).flatMap((at) => classes[at]?.set ?? []);
  const [first, ...rest] = sets;
  if (!first) return { kind: 'any', of: [] };
  const others = classes.flatMap(({ set }, at) => (allowed.has(at) ? [] : set));
  return setCondition(question, rest.reduce(joinSets, first), others);
}

/**
 * The condition that an answer to a question is in a set.
 *
 * @param others Every answer that is not in it.
 */
export function setCondition(
  question: Question,
  set: AnswerSet,
  others: readonly AnswerSet[],
): Condition {
  const fact = question.id;
  if (set.kind === 'options' && question.kind !== 'number') {
    const values = question.options.map(({ id }) => id).filter((id) => set.options.includes(id));
    return { kind: 'is', fact, values };
  }
  if (set.kind === 'numbers' && question.kind === 'number') {
    const ranges = set.ranges.map(({ from, to }): Condition => {
      const isLowest = from === question.min;
      const isHighest = to === question.max && !isLowest;
      return { kind: 'between', fact, from: isLowest ? null : from, to: isHighest ? null : to };
    });
    return combine('any', ranges);
  }
  if (set.kind !== 'choices') return { kind: 'any', of: [] };
  const wrong = others.flatMap((other) => (other.kind === 'choices' ? other.choices : []));
  return combine(
    'any',
    widestChoices(set.choices, wrong).map((choice) => choiceTest(fact, choice)),
  );
}

/** Drop what is not needed to tell the right ways of choosing from the wrong ones. */
function widestChoices(right: readonly Choice[], wrong: readonly Choice[]): readonly Choice[] {
  const kept: Choice[] = [];
  // options of a group are told apart by nothing, so they are left out together or not at all
  const groups = [...right, ...wrong].flatMap(({ some }) => some);
  for (const choice of right) {
    if (kept.some((wide) => isWithin(choice, wide))) continue;
    let wide: Choice = choice;
    for (const group of groups) {
      const next = { some: wide.some, none: wide.none.filter((id) => !group.includes(id)) };
      if (!wrong.some((other) => isWithin(other, next))) wide = next;
    }
    for (const group of choice.some) {
      const next = { some: wide.some.filter((other) => other !== group), none: wide.none };
      if (!wrong.some((other) => isWithin(other, next))) wide = next;
    }
    kept.push(wide);
  }
  return kept;
}

/** Whether a full way of choosing is one of a wider one. Groups are taken or left as a whole. */
function isWithin({ some }: Choice, wide: Choice): boolean {
  const chosen = some.flat();
  return (
    wide.some.every((group) => group.some((id) => chosen.includes(id))) &&
    !wide.none.some((id) => chosen.includes(id))
  );
}

function choiceTest(fact: string, { some, none }: Choice): Condition {
  const parts: Condition[] = some.map((values) => ({ kind: 'has', fact, mode: 'any', values }));
  if (none.length) parts.push({ kind: 'has', fact, mode: 'none', values: none });
  // with nothing left to demand, any answer will do: one that leaves out nothing
  return parts.length ? combine('all', parts) : { kind: 'has', fact, mode: 'none', values: [] };
}

function combine(kind: 'all' | 'any', of: readonly Condition[]): Condition {
  const [only] = of;
  return of.length === 1 && only ? only : { kind, of };
}
