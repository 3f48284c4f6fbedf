import type { Wizard } from '../engine/types.ts';

/** A source as a result shows it. */
export interface SourceNote {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Dates in words, ready to show. */
  readonly dates: string;
}

/** Everything a guide's page needs in the browser, written into the page as JSON at build time. */
export interface PageData {
  readonly wizard: Wizard;
  /** Interface texts by key, the prefix `wizard.` left out. */
  readonly strings: Readonly<Record<string, string>>;
  /** Role id → short name. */
  readonly roles: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, SourceNote>>;
  /** Address as the definition writes it → title and relative link. */
  readonly guides: Readonly<Record<string, { readonly title: string; readonly href: string }>>;
  /** The review date in words. */
  readonly reviewed: string;
}

/** Fills `{name}` in an interface text. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function translator(strings: PageData['strings']): Translate {
  return (key, values = {}) =>
    (strings[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
