import { questionsIn } from '../dependencies.ts';
import { readFacts } from '../facts.ts';
import { type AnswerSet, type Choice, everyChoice, joinSets } from '../graph/answer-set.ts';
import { classOf, type Graph, type Layer } from '../graph/graph.ts';
import { reduceGraph } from '../graph/reduce-graph.ts';
import type { Answer, Condition, OutcomeId, Question, Wizard } from '../types.ts';
import { type Cube, coverWays, trimCube } from './cover.ts';

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
    const isAsked = (question: Question) => question.when;
    return [{ outcome: id, when: describeWays(graph, (end) => end.includes(id), isAsked) }];
  });
}

/**
 * The condition that holds for exactly the ways that end as wanted, or `null`: too many parts.
 *
 * @param isAsked When a question is asked, where it matters only that it is. Without it that is said
 *   by naming every answer.
 */
export function describeWays(
  graph: Graph,
  isWanted: (end: readonly string[]) => boolean,
  isAsked?: (question: Question) => Condition,
): Condition | null {
  const ends = graph.ends.map((end) => (isWanted(end) ? ['true'] : []));
  const simple = reduceGraph({ ...graph, ends });
  const unfit = simple.layers.flatMap(({ question }, at) =>
    isAsked?.(question).kind === 'any' ? at : [],
  );
  const cubes = coverWays(simple, (end) => end.length > 0, new Set(unfit));
  return (
    cubes &&
    combine(
      'any',
      cubes.map((cube) => cubeCondition(simple, cube, isAsked)),
    )
  );
}

function cubeCondition(
  graph: Graph,
  cube: Cube,
  isAsked: ((question: Question) => Condition) | undefined,
): Condition {
  const trimmed = trimCube(graph, cube);
  const parts = [...cube].flatMap(([index, allowed]) => {
    const layer = graph.layers[index];
    if (!layer) return [];
    if (isAsked && allowed.size === layer.classes.length) return isAsked(layer.question);
    const kept = trimmed.get(index) ?? allowed;
    return (
      (isAsked && findFact(graph.wizard, layer, kept, allowed)) ??
      layerCondition(layer, kept, allowed)
    );
  });
  return parts.length ? combine('all', parts) : { kind: 'true' };
}

/**
 * A named condition or a total that says the same of a question with several options in one word.
 *
 * @param free Answers that may be among it: no way goes by them.
 */
function findFact(
  wizard: Wizard,
  { question, classes }: Layer,
  allowed: ReadonlySet<number>,
  free: ReadonlySet<number>,
): Condition | undefined {
  const answers = question.kind === 'multiple' ? everyChoice(question, MOST_CHOICES) : null;
  if (!answers) return undefined;
  for (const { id, kind } of wizard.facts) {
    const reads = questionsIn(wizard, { kind: 'is', fact: id, values: [] });
    if (reads.some((read) => read !== question.id)) continue;
    const valueWith = (answer?: Answer) =>
      String(readFacts(wizard, new Map(answer === undefined ? [] : [[question.id, answer]]))(id));
    const [inside, outside] = [new Set<string>(), new Set<string>()];
    for (const answer of answers) {
      const at = classOf(classes, answer);
      if (allowed.has(at)) inside.add(valueWith(answer));
      else if (!free.has(at)) outside.add(valueWith(answer));
    }
    // a total has no band without an answer, and a condition may be true without one
    outside.add(kind === 'total' ? 'undefined' : valueWith());
    if (![...inside].some((value) => outside.has(value)))
      return { kind: 'is', fact: id, values: [...inside] };
  }
  return undefined;
}

/** Ways of choosing to try one by one. */
const MOST_CHOICES = 4096;

/** @param free Answers that may be named if that is shorter: `allowed`, and those no way goes by. */
function layerCondition(
  { question, classes }: Layer,
  allowed: ReadonlySet<number>,
  free: ReadonlySet<number>,
): Condition {
  const sets = [...allowed].sort((a, b) => a - b).flatMap((at) => classes[at]?.set ?? []);
  const [first, ...rest] = sets;
  if (!first) return { kind: 'any', of: [] };
  const others = classes.flatMap(({ set }, at) => (free.has(at) ? [] : set));
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
