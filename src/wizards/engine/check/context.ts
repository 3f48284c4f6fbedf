import type { Archive } from '../versions/archive.ts';

/** What the site around a definition holds. A set that is left out is not checked against. */
export interface CheckContext {
  /** ISO date. */
  readonly today: string;
  readonly roles?: ReadonlySet<string> | undefined;
  readonly sources?: ReadonlySet<string> | undefined;
  /** Ids of dated facts. */
  readonly facts?: ReadonlySet<string> | undefined;
  /** Addresses from the root with closing slash. */
  readonly pages?: ReadonlySet<string> | undefined;
  /** What was published, by id of the guide. */
  readonly archives?: ReadonlyMap<string, Archive> | undefined;
}
