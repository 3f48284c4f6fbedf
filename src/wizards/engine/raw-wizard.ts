/**
 * A definition as an author writes it, after its shape was checked and before `normalizeWizard()`.
 * The YAML grammar; `src/wizards/definition/schema.ts` checks it and describes every field.
 */

/** What is asked of one fact: an option, some options, `true`, a number, or one of the forms below. */
export type RawTest =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly from?: number | undefined; readonly to?: number | undefined }
  | { readonly [mode in 'any' | 'all' | 'only' | 'none']?: readonly string[] | undefined };

/** Fact tests by fact id, all of which must hold; `all`, `any` and `not` combine conditions. */
export interface RawCondition {
  readonly [fact: string]: RawTest | RawCondition | readonly RawCondition[];
}

export interface RawOption {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly unknown?: { readonly ask: string; readonly how: string } | undefined;
  readonly scores?: Readonly<Record<string, number>> | undefined;
  readonly notApplicable?: boolean | undefined;
}

export interface RawQuestion {
  readonly id: string;
  readonly code: string;
  readonly ask: string;
  readonly hint?: string | undefined;
  readonly why: string;
  readonly when?: RawCondition | undefined;
  readonly group?: string | undefined;
  readonly multiple?: true | { readonly exclusive?: readonly string[] | undefined } | undefined;
  readonly options?: readonly RawOption[] | undefined;
  readonly number?:
    | { readonly min: number; readonly max: number; readonly unit: string }
    | undefined;
  readonly scale?: string | undefined;
  readonly score?: string | undefined;
}

export interface RawFact {
  readonly id: string;
  readonly label: string;
  readonly when?: RawCondition | undefined;
  readonly total?: string | undefined;
  readonly as?: 'sum' | 'share' | undefined;
  readonly bands?:
    | readonly { readonly id: string; readonly label: string; readonly from: number }[]
    | undefined;
}

export type RawLevel = 'krav' | 'rekommendation' | 'rad';

export interface RawRule {
  readonly id: string;
  readonly when?: RawCondition | undefined;
  readonly outcome: string;
  readonly because: string;
  readonly sources?: readonly string[] | undefined;
}

export interface RawAction {
  readonly id: string;
  readonly text: string;
  readonly role: string;
  readonly days: number;
  readonly level: RawLevel;
}

export interface RawRequirement {
  readonly id: string;
  readonly text: string;
  readonly kind: 'ska' | 'bor';
  readonly evidence: string;
  readonly followUp: string;
  readonly owner: string;
}

/** A name, a number, or one of the ways to put parts together. */
export type RawFormula =
  | string
  | number
  | { readonly sum: readonly RawFormula[] }
  | { readonly product: readonly RawFormula[] }
  | { readonly divide: readonly RawFormula[] }
  | { readonly largest: readonly RawFormula[] }
  | { readonly known: readonly RawFormula[] }
  | { readonly roundUp: RawFormula };

export interface RawNumber {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly when?: RawCondition | undefined;
  readonly formula: RawFormula;
  readonly thumbs?:
    | readonly {
        readonly id: string;
        readonly label: string;
        readonly value: number;
        readonly min: number;
        readonly max: number;
        readonly step: number;
        readonly unit: string;
        readonly source: string;
        readonly usual?: { readonly from: number; readonly to: number } | undefined;
      }[]
    | undefined;
}

export interface RawOutcome {
  readonly id: string;
  readonly title: string;
  readonly recommendation: string;
  readonly why: string;
  readonly steps?: readonly RawAction[] | undefined;
  readonly risks?: readonly string[] | undefined;
  readonly involve?: readonly string[] | undefined;
  readonly documents?: readonly string[] | undefined;
  readonly requirements?: readonly (string | RawRequirement)[] | undefined;
  readonly guides?: readonly string[] | undefined;
  readonly sources?: readonly string[] | undefined;
}

export interface RawAdvice {
  readonly id: string;
  readonly when?: RawCondition | undefined;
  readonly title: string;
  readonly text: string;
  readonly level: RawLevel;
  readonly stop?: boolean | undefined;
  readonly sources?: readonly string[] | undefined;
}

export interface RawPersona {
  readonly id: string;
  readonly who: string;
  readonly answers: Readonly<Record<string, string | number | readonly string[]>>;
  readonly outcome?: string | undefined;
  readonly outcomes?: readonly string[] | undefined;
  readonly advice?: readonly string[] | undefined;
  readonly numbers?: Readonly<Record<string, number>> | undefined;
}

/** What becomes of the answers to one question when a new version is published. */
export interface RawMigration {
  /** The version that the change came with. */
  readonly to: number;
  /** Id of the question in the version before. */
  readonly question: string;
  /** Why, said to a reader whose answer was given before. */
  readonly reason: string;
  /** New id of the question. */
  readonly rename?: string | undefined;
  /** Old option to new option. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** New option to the old ones that it took the place of. */
  readonly merge?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Old option to the new ones it was divided into: the reader has to choose. */
  readonly split?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The question is of another kind; answers are kept where they still fit. */
  readonly retype?: true | undefined;
  /** The question means something else: the answer is not kept. */
  readonly askAgain?: true | undefined;
  /** The question is gone. */
  readonly drop?: true | undefined;
}

export interface RawWizard {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly audience: readonly string[];
  readonly reviewed: string;
  readonly reviewBy: string;
  readonly state?: readonly string[] | undefined;
  readonly scales?:
    | Readonly<Record<string, { readonly options: readonly RawOption[] }>>
    | undefined;
  readonly questions: readonly RawQuestion[];
  readonly facts?: readonly RawFact[] | undefined;
  readonly decision: {
    readonly hit: 'unique' | 'first' | 'collect';
    readonly rules: readonly RawRule[];
  };
  readonly outcomes: readonly RawOutcome[];
  readonly advice?: readonly RawAdvice[] | undefined;
  readonly numbers?: readonly RawNumber[] | undefined;
  readonly personas?: readonly RawPersona[] | undefined;
  readonly migrations?: readonly RawMigration[] | undefined;
}
