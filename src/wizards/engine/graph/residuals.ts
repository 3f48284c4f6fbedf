import { passes, type Test } from '../conditions.ts';
import { findById } from '../dependencies.ts';
import { addAnswer, type Tally } from '../tally.ts';
import type { Answer, Condition, Fact, Wizard } from '../types.ts';
import { FALSE, type Node, ResidualNodes, TRUE } from './residual-nodes.ts';
import { normalizeTally, prepareTotal, settleTotal, type TotalTest } from './totals.ts';

/** One question settled. */
export interface Given {
  /** Of the question. */
  readonly index: number;
  /** `undefined` when the question does not apply. */
  readonly answer: Answer | undefined;
}

/**
 * What is left to find out of conditions when some questions are settled. Equal residuals have the
 * same number, so that situations can be compared by comparing numbers.
 */
export class Residuals {
  readonly #wizard: Wizard;
  readonly #nodes = new ResidualNodes();
  readonly #totals = new Map<string, TotalTest>();
  readonly #tallies = new WeakMap<Given, Map<string, Tally>>();
  /** By what was given: the same residuals come back for thousands of situations. */
  readonly #advanced = new WeakMap<Given, Map<number, number>>();

  constructor(wizard: Wizard) {
    this.#wizard = wizard;
  }

  /** The residual of a condition before any question. */
  start(condition: Condition): number {
    switch (condition.kind) {
      case 'true':
        return TRUE;
      case 'all':
      case 'any':
        return this.#nodes.combine(
          condition.kind,
          condition.of.map((part) => this.start(part)),
        );
      case 'not':
        return this.#nodes.negate(this.start(condition.of));
      default:
        return this.#startTest(condition);
    }
  }

  /**
   * The residual after a question.
   *
   * @param given The same object for the same question and answer.
   */
  advance(residual: number, given: Given): number {
    const node = this.#nodes.get(residual);
    if (!node || node.kind === 'constant') return residual;
    if (node.kind === 'total') return this.#advanceTotal(node.total, node.tally, residual, given);
    const memo = this.#advanced.get(given) ?? new Map<number, number>();
    this.#advanced.set(given, memo);
    const next = memo.get(residual) ?? this.#advanceNode(node, residual, given);
    memo.set(residual, next);
    return next;
  }

  /** The fact that a residual has to remember a tally of, or `null`. */
  totalsIn(residual: number): readonly string[] {
    const node = this.#nodes.get(residual);
    if (node?.kind === 'total') return [node.total.fact.id];
    return node && 'of' in node ? [node.of].flat().flatMap((part) => this.totalsIn(part)) : [];
  }

  #advanceNode(node: Node, residual: number, given: Given): number {
    if (node.kind === 'all' || node.kind === 'any') {
      const parts = node.of.map((part) => this.advance(part, given));
      return this.#nodes.combine(node.kind, parts);
    }
    if (node.kind === 'not') return this.#nodes.negate(this.advance(node.of, given));
    if (node.kind !== 'test') return residual;
    if (node.test.fact !== this.#wizard.questions[given.index]?.id) return residual;
    return given.answer !== undefined && passes(node.test, given.answer) ? TRUE : FALSE;
  }

  #startTest(test: Test): number {
    const fact = findById<Fact>(this.#wizard.facts, test.fact);
    if (!fact) return this.#nodes.number(`t${JSON.stringify(test)}`, { kind: 'test', test });
    if (fact.kind === 'total') {
      const total = prepareTotal(this.#wizard, fact, test);
      const known = this.#totals.get(total.key) ?? total;
      this.#totals.set(total.key, known);
      return this.#settle(known, [0, 0, 0], -1);
    }
    const named = this.start(fact.when);
    return this.#nodes.combine('any', [
      this.#nodes.combine('all', [named, passes(test, true) ? TRUE : FALSE]),
      this.#nodes.combine('all', [this.#nodes.negate(named), passes(test, false) ? TRUE : FALSE]),
    ]);
  }

  #advanceTotal(total: TotalTest, tally: Tally, residual: number, given: Given): number {
    if (!total.gives[given.index]) return residual;
    const [points, possible, counted] = this.#tallyOf(given, total.fact.score);
    const next: Tally = [tally[0] + points, tally[1] + possible, tally[2] + counted];
    return this.#settle(total, next, given.index);
  }

  /** What one answer adds to a score. */
  #tallyOf(given: Given, score: string): Tally {
    const memo = this.#tallies.get(given) ?? new Map<string, Tally>();
    const question = this.#wizard.questions[given.index];
    const known = memo.get(score);
    if (known || !question) return known ?? [0, 0, 0];
    const tally = addAnswer([0, 0, 0], question, given.answer, score);
    this.#tallies.set(given, memo.set(score, tally));
    return tally;
  }

  #settle(total: TotalTest, tally: Tally, index: number): number {
    const settled = settleTotal(total, tally, index);
    if (settled !== null) return settled ? TRUE : FALSE;
    const normal = normalizeTally(total.fact, tally);
    return this.#nodes.number(`T${total.key}|${normal[0]} ${normal[1]} ${normal[2]}`, {
      kind: 'total',
      total,
      tally: normal,
    });
  }
}
