import type { Test } from '../conditions.ts';
import { rootTests } from '../dependencies.ts';
import type { Condition, Question, Wizard } from '../types.ts';
import { type AnswerClass, answerClasses } from './answer-classes.ts';
import {
  type Column,
  liveColumns,
  makeColumns,
  moveOn,
  movesAt,
  type Situation,
} from './columns.ts';
import type { Graph, Layer, Node } from './graph.ts';
import { type Blame, GraphLimitError, NODE_LIMIT } from './limit.ts';
import { reduceGraph } from './reduce-graph.ts';
import { TRUE } from './residual-nodes.ts';
import { Residuals } from './residuals.ts';

/** What a graph is to tell apart. */
export interface Target {
  /** The ends are made of the names whose condition holds. */
  readonly conditions: readonly { readonly name: string; readonly when: Condition }[];
  /** Only the first condition that holds counts. */
  readonly isFirst: boolean;
}

/** What `compileGraph()` works with while it goes down the questions. */
interface Work {
  readonly wizard: Wizard;
  readonly target: Target;
  readonly limit: number;
  readonly known: Residuals;
  readonly columns: readonly Column[];
  readonly classes: readonly (readonly AnswerClass[])[];
}

/** Situations by key, with their place in the layer. */
type Situations = Map<string, Situation & { readonly at: number }>;

/**
 * Compile a definition to its reduced decision graph by residuals: walk down the questions, keep
 * only what later questions and the target still need to know, merge what is equal.
 *
 * Exhaustive and exact. The cost follows the number of situations that can be told apart, not the
 * number of ways.
 *
 * @param wizard With known ids and no `when` that names a later fact.
 * @throws GraphLimitError
 * @see decisions/0002-ordered-questions-with-conditions.md
 */
export function compileGraph(wizard: Wizard, target: Target, limit = NODE_LIMIT): Graph {
  const known = new Residuals(wizard);
  const conditions = target.conditions.map(({ when }) => when);
  const columns = makeColumns(wizard, conditions, known);
  const classes = classesOf(wizard, columns);
  const work: Work = { wizard, target, limit, known, columns, classes };
  let situations: Situations = new Map([['', { at: 0, residuals: [], holding: [] }]]);
  const layers = wizard.questions.map((question, index): Layer => {
    const { nodes, after } = walkQuestion(work, situations, index);
    situations = after;
    return { question, classes: classes[index] ?? [], nodes };
  });
  const ends = [...situations.values()].map(({ holding }) => endOf(work, holding));
  return reduceGraph({ wizard, layers, ends });
}

function walkQuestion(work: Work, situations: Situations, index: number) {
  const { known, columns, target, limit } = work;
  const live = liveColumns(columns, index);
  const moves = movesAt(columns, live, index);
  const when = live.indexOf(index);
  const absent = { index, answer: undefined };
  const choices = (work.classes[index] ?? []).map(({ answer }) => ({ index, answer }));
  const after: Situations = new Map();
  const nodes = [...situations.values()].map((situation): Node => {
    const isAsked = (when < 0 ? columns[index]?.start : situation.residuals[when]) === TRUE;
    const next = (isAsked ? choices : [absent]).map((given) => {
      const moved = moveOn(known, moves, situation, given, target.isFirst);
      const key = `${moved.residuals}|${moved.holding}`;
      const same = after.get(key);
      if (same) return same.at;
      after.set(key, { ...moved, at: after.size });
      return after.size - 1;
    });
    if (after.size > limit) throw new GraphLimitError(blame(work, after, index));
    return { isAsked, next };
  });
  return { nodes, after };
}

function endOf({ columns, target, wizard }: Work, holding: readonly number[]): readonly string[] {
  const names = target.conditions.flatMap(({ name }, at) => {
    const index = wizard.questions.length + at;
    // a condition that reads nothing is true from the start, and so it is never followed
    return holding.includes(index) || columns[index]?.start === TRUE ? [name] : [];
  });
  return target.isFirst ? names.slice(0, 1) : [...new Set(names)];
}

function classesOf(
  wizard: Wizard,
  columns: readonly Column[],
): readonly (readonly AnswerClass[])[] {
  const tests = columns.flatMap(({ condition }) => rootTests(wizard, condition));
  const scores = wizard.facts.flatMap((fact) =>
    fact.kind === 'total' && tests.some((test) => test.fact === fact.id) ? [fact.score] : [],
  );
  const found = wizard.questions.map((question) => ownClasses(question, tests, scores));
  const tooMany = found.flatMap((classes, at) =>
    typeof classes === 'number' ? { id: wizard.questions[at]?.id ?? '', values: classes } : [],
  );
  if (tooMany.length) throw new GraphLimitError(tooMany);
  return found.map((classes) => (typeof classes === 'number' ? [] : classes));
}

function ownClasses(question: Question, tests: readonly Test[], scores: readonly string[]) {
  return answerClasses(question, tests, [...new Set(scores)]);
}

/** Totals by how many tallies are kept, questions by how many classes of answers. */
function blame(work: Work, situations: Situations, index: number): readonly Blame[] {
  const { columns, wizard, classes, known } = work;
  const kept = new Map<string, Set<number>>();
  const live = liveColumns(columns, index + 1);
  for (const { residuals } of situations.values())
    for (const residual of residuals)
      for (const id of known.totalsIn(residual))
        kept.set(id, (kept.get(id) ?? new Set()).add(residual));
  const read = new Set(live.flatMap((at) => [...(columns[at]?.reads ?? [])]));
  const questions = wizard.questions.flatMap(({ id }, at) =>
    at <= index && read.has(at) ? { id, values: classes[at]?.length ?? 0 } : [],
  );
  return [...[...kept].map(([id, values]) => ({ id, values: values.size })), ...questions];
}
