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
  /** Id → source. Empty in the JSON: see sources-in-page.ts. */
  readonly sources: Readonly<Record<string, SourceNote>>;
  /** Address as the definition writes it → title and relative link. */
  readonly guides: Readonly<Record<string, { readonly title: string; readonly href: string }>>;
  /** The review date in words. */
  readonly reviewed: string;
}

const defaults: Readonly<Record<string, unknown>> = {
  hint: null,
  unknown: null,
  group: null,
  notApplicable: false,
  stop: false,
  display: 'list',
};

/** Page data as text, without what every option and question has by default. */
export function writePageData(data: PageData): string {
  return JSON.stringify(data, (key, value: unknown) =>
    Object.hasOwn(defaults, key) && value === defaults[key] ? undefined : value,
  );
}

/** The text of `writePageData()` as data again. Missing defaults read as absent, which means the same. */
export function readPageData(text: string): PageData {
  return JSON.parse(text) as PageData;
}

/** Fills `{name}` in an interface text. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function translator(strings: PageData['strings']): Translate {
  return (key, values = {}) =>
    (strings[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}
