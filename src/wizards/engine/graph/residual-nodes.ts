import type { Test } from '../conditions.ts';
import type { Tally } from '../tally.ts';
import type { TotalTest } from './totals.ts';

/** What is left of a condition; parts are numbers of other nodes. */
export type Node =
  | { readonly kind: 'constant' }
  | { readonly kind: 'all' | 'any'; readonly of: readonly number[] }
  | { readonly kind: 'not'; readonly of: number }
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'total'; readonly total: TotalTest; readonly tally: Tally };

export const FALSE = 0;
export const TRUE = 1;

/** Residuals by number. What looks equal is the same node, and simple logic is done at once. */
export class ResidualNodes {
  readonly #nodes: Node[] = [{ kind: 'constant' }, { kind: 'constant' }];
  readonly #numbers = new Map<string, number>();
  readonly #negated = new Map<number, number>();

  get(number: number): Node | undefined {
    return this.#nodes[number];
  }

  /** The number of a node, the same for the same key. */
  number(key: string, node: Node): number {
    const known = this.#numbers.get(key) ?? this.#nodes.push(node) - 1;
    this.#numbers.set(key, known);
    return known;
  }

  combine(kind: 'all' | 'any', of: readonly number[]): number {
    const [ends, drops] = kind === 'all' ? [FALSE, TRUE] : [TRUE, FALSE];
    const flat = of.flatMap((part) => {
      const node = this.#nodes[part];
      return node?.kind === kind ? node.of : part;
    });
    const left = [...new Set(flat)].filter((part) => part !== drops).sort((a, b) => a - b);
    const isOpposed = left.some((part) => left.includes(this.#negated.get(part) ?? -1));
    if (left.includes(ends) || isOpposed) return ends;
    return left.length > 1 ? this.number(`${kind}${left}`, { kind, of: left }) : (left[0] ?? drops);
  }

  negate(of: number): number {
    const node = this.#nodes[of];
    if (of <= TRUE) return TRUE - of;
    if (node?.kind === 'not') return node.of;
    const negated = this.number(`!${of}`, { kind: 'not', of });
    this.#negated.set(of, negated);
    return negated;
  }
}
