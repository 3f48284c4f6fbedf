import { passes, type Test } from './conditions.ts';
import { findById, givesScore } from './dependencies.ts';
import { addAnswer, bandOf, type Tally } from './tally.ts';
import type { Answer, Condition, Fact, TotalFact, Wizard } from './types.ts';

type Node =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly number[] }
  | { readonly kind: 'not'; readonly of: number }
  | { readonly kind: 'test'; readonly test: Test }
  | TotalNode;

interface TotalNode {
  readonly kind: 'total';
  readonly test: Test;
  readonly fact: TotalFact;
  readonly tally: Tally;
}

/** One question settled. */
export interface Given {
  /** Of the question. */
  readonly index: number;
  /** `undefined` when the question does not apply. */
  readonly answer: Answer | undefined;
}

const FALSE = 0;
const TRUE = 1;

/**
 * What is left to find out of conditions when some questions are settled. Equal residuals have the
 * same number, so that situations can be compared by comparing numbers.
 */
export class Residuals {
  readonly #wizard: Wizard;
  readonly #nodes: Node[] = [
    { kind: 'constant', value: false },
    { kind: 'constant', value: true },
  ];
  readonly #numbers = new Map<string, number>();
  /** By what was given: the same residuals come back for thousands of situations. */
  readonly #advanced = new Map<Given, Map<number, number>>();

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
        return this.#combine(
          condition.kind,
          condition.of.map((part) => this.start(part)),
        );
      case 'not':
        return this.#negate(this.start(condition.of));
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
    const node = this.#nodes[residual];
    if (!node || node.kind === 'constant') return residual;
    const memo = this.#advanced.get(given) ?? new Map<number, number>();
    this.#advanced.set(given, memo);
    const next = memo.get(residual) ?? this.#advanceNode(node, residual, given);
    memo.set(residual, next);
    return next;
  }

  /** `true` or `false`, or `null` while it hangs on later questions. */
  truth(residual: number): boolean | null {
    return residual <= TRUE ? residual === TRUE : null;
  }

  #advanceNode(node: Node, residual: number, given: Given): number {
    const { index, answer } = given;
    const question = this.#wizard.questions[index];
    switch (node.kind) {
      case 'all':
      case 'any':
        return this.#combine(
          node.kind,
          node.of.map((part) => this.advance(part, given)),
        );
      case 'not':
        return this.#negate(this.advance(node.of, given));
      case 'total':
        return this.#advanceTotal(node, residual, given);
      case 'test':
        if (node.test.fact !== question?.id) return residual;
        return answer !== undefined && passes(node.test, answer) ? TRUE : FALSE;
      default:
        return residual;
    }
  }

  #startTest(test: Test): number {
    const fact = findById<Fact>(this.#wizard.facts, test.fact);
    if (!fact) return this.#number({ kind: 'test', test });
    if (fact.kind === 'total')
      return this.#settleTotal({ kind: 'total', test, fact, tally: [0, 0, 0] }, -1);
    const named = this.start(fact.when);
    return this.#combine('any', [
      this.#combine('all', [named, passes(test, true) ? TRUE : FALSE]),
      this.#combine('all', [this.#negate(named), passes(test, false) ? TRUE : FALSE]),
    ]);
  }

  #advanceTotal(node: TotalNode, residual: number, { index, answer }: Given): number {
    const { fact, tally } = node;
    const question = this.#wizard.questions[index];
    if (!question || !givesScore(question, fact.score)) return residual;
    const next = addAnswer(tally, question, answer, fact.score);
    return this.#settleTotal({ ...node, tally: next }, index);
  }

  /** A total is known as soon as no later question gives the score. */
  #settleTotal(node: TotalNode, index: number): number {
    const { fact, tally, test } = node;
    const later = this.#wizard.questions.slice(index + 1);
    if (later.some((question) => givesScore(question, fact.score))) return this.#number(node);
    const band = bandOf(fact, tally);
    return band !== undefined && passes(test, band) ? TRUE : FALSE;
  }

  #combine(kind: 'all' | 'any', of: readonly number[]): number {
    const [ends, drops] = kind === 'all' ? [FALSE, TRUE] : [TRUE, FALSE];
    if (of.includes(ends)) return ends;
    const left = [...new Set(of)].filter((part) => part !== drops).sort((a, b) => a - b);
    return left.length > 1 ? this.#number({ kind, of: left }) : (left[0] ?? drops);
  }

  #negate(of: number): number {
    return of <= TRUE ? TRUE - of : this.#number({ kind: 'not', of });
  }

  #number(node: Node): number {
    const key = JSON.stringify(node);
    const known = this.#numbers.get(key) ?? this.#nodes.push(node) - 1;
    this.#numbers.set(key, known);
    return known;
  }
}
