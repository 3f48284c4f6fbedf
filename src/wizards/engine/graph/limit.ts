/** Nodes before one question; with more no author could follow the definition either. */
export const NODE_LIMIT = 100_000;

/** A fact that makes a definition hard to go through. */
export interface Blame {
  /** Of a question or a total. */
  readonly id: string;
  /** How many values of it have to be told apart. */
  readonly values: number;
}

/** Thrown when there is too much to tell apart. */
export class GraphLimitError extends Error {
  override readonly name = 'GraphLimitError';
  /** Facts to blame, the worst first. */
  readonly blame: readonly Blame[];

  constructor(blame: readonly Blame[]) {
    super('Too many situations to go through.');
    this.blame = blame.toSorted((a, b) => b.values - a.values);
  }
}
