/**
 * The words of the decision model, as types. One word per concept:
 * wizard · question · option · answer · fact · rule · outcome · requirement · advice · action · number ·
 * thumb · persona · source · role.
 *
 * A `Wizard` is plain data that went through `normalizeWizard()`: conditions are small trees,
 * scales are written out as options, and every list is in reading order.
 *
 * @see decisions/0002-ordered-questions-with-conditions.md
 */

export type QuestionId = string;
export type OptionId = string;
export type FactId = string;
export type OutcomeId = string;

/** An option id, several option ids, or a whole number. Anything else is not an answer. */
export type Answer = OptionId | readonly OptionId[] | number;

/** Answers by question id. From a link, a file or storage, so never trusted. */
export type Answers = Readonly<Record<QuestionId, Answer>>;

/** A test on one fact, or a combination of tests. Two-valued: a test on an absent fact is false. */
export type Condition =
  | { readonly kind: 'true' }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** `fact` is one of these option, band or truth values (`'true'` and `'false'` for named conditions). */
  | { readonly kind: 'is'; readonly fact: FactId; readonly values: readonly string[] }
  /** `fact` is a number with from ≤ value ≤ to. */
  | {
      readonly kind: 'between';
      readonly fact: FactId;
      readonly from: number | null;
      readonly to: number | null;
    }
  /**
   * Several options: `any` at least one of them, `all` every one of them, `only` nothing outside
   * them (and at least one), `none` not one of them (the question was answered).
   */
  | {
      readonly kind: 'has';
      readonly fact: FactId;
      readonly mode: 'any' | 'all' | 'only' | 'none';
      readonly values: readonly OptionId[];
    };

/** Marks an option as "vet inte": who can tell, and how to find out. */
export interface Unknown {
  /** Role id, see `src/content/roles`. */
  readonly ask: string;
  /** What to do to find out, one sentence. */
  readonly how: string;
}

export interface Option {
  readonly id: OptionId;
  /** 1–4 characters, used in addresses, never reused. */
  readonly code: string;
  readonly label: string;
  readonly hint: string | null;
  readonly unknown: Unknown | null;
  /** Points by score name; empty when the option gives none. */
  readonly scores: Readonly<Record<string, number>>;
  /** "Ej aktuellt": counts neither in the total nor in the highest possible total. */
  readonly notApplicable: boolean;
}

interface QuestionBase {
  readonly id: QuestionId;
  /** 1–4 characters, used in addresses, never reused. */
  readonly code: string;
  readonly ask: string;
  readonly hint: string | null;
  /** Why the question is asked. */
  readonly why: string;
  /** `true` when the question is always asked. */
  readonly when: Condition;
  /** Heading the question belongs under, for self-assessments with many statements. */
  readonly group: string | null;
}

export interface SingleQuestion extends QuestionBase {
  readonly kind: 'single';
  /** `scale` when the options came from a shared scale: the question is a statement to judge. */
  readonly display: 'list' | 'scale';
  readonly options: readonly Option[];
}

export interface MultipleQuestion extends QuestionBase {
  readonly kind: 'multiple';
  readonly options: readonly Option[];
  /** Options that stand alone ("inga", "vet inte"): choosing one excludes every other. */
  readonly exclusive: readonly OptionId[];
}

export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** What is counted, in plural: "elever". */
  readonly unit: string;
}

export type Question = SingleQuestion | MultipleQuestion | NumberQuestion;

export interface Band {
  readonly id: string;
  readonly label: string;
  /** Lowest total (or share) of the band; the band ends where the next begins. */
  readonly from: number;
}

/** A named condition: true or false as soon as its questions are settled. */
export interface ConditionFact {
  readonly kind: 'condition';
  readonly id: FactId;
  readonly label: string;
  readonly when: Condition;
}

/** A total of option scores, cut into bands. Compared with `is` on the band id. */
export interface TotalFact {
  readonly kind: 'total';
  readonly id: FactId;
  readonly label: string;
  /** The score name that options carry. */
  readonly score: string;
  /** `sum` adds points; `share` is 100 × points ÷ highest possible among applicable answers. */
  readonly as: 'sum' | 'share';
  /** In rising order of `from`; the first band takes everything below the second. */
  readonly bands: readonly Band[];
}

export type Fact = ConditionFact | TotalFact;

export interface Rule {
  readonly id: string;
  /** `true` for a rule that takes whatever is left. */
  readonly when: Condition;
  readonly outcome: OutcomeId;
  /** One or two sentences to the reader: why these answers lead here. */
  readonly because: string;
  readonly sources: readonly string[];
}

/**
 * - `unique`: at most one rule may hold; two that hold together are a fault in the definition.
 * - `first`: the first rule that holds decides.
 * - `collect`: every rule that holds counts, in order; an outcome appears once.
 */
export type HitPolicy = 'unique' | 'first' | 'collect';

export type Level = 'krav' | 'rekommendation' | 'rad';

export interface Action {
  readonly id: string;
  readonly text: string;
  /** Role id of the one who owns the action. */
  readonly role: string;
  /** Days from the decision until it should be done. */
  readonly days: number;
  readonly level: Level;
}

/** One demand on a supplier, with how it is shown, followed up and by whom. */
export interface Requirement {
  /** Unique in the whole guide: a composed list has requirements of many outcomes. */
  readonly id: string;
  readonly text: string;
  /** `ska`: must be met. `bor`: gives added value. */
  readonly kind: 'ska' | 'bor';
  /** How the supplier shows that it is met. */
  readonly evidence: string;
  /** How the buyer follows it up. */
  readonly followUp: string;
  /** Role id. */
  readonly owner: string;
}

export interface Outcome {
  readonly id: OutcomeId;
  readonly title: string;
  /** One sentence: what we recommend. */
  readonly recommendation: string;
  readonly why: string;
  readonly steps: readonly Action[];
  readonly risks: readonly string[];
  /** Role ids. */
  readonly involve: readonly string[];
  readonly documents: readonly string[];
  /** What to ask a supplier for; empty when nothing is bought. */
  readonly requirements: readonly (string | Requirement)[];
  /** Addresses of pages on the site, from the root: `/e-legitimation/personal/`. */
  readonly guides: readonly string[];
  readonly sources: readonly string[];
}

export interface Advice {
  readonly id: string;
  readonly when: Condition;
  readonly title: string;
  readonly text: string;
  readonly level: Level;
  /** Shown before the recommendation: do not start until this is done. */
  readonly stop: boolean;
  readonly sources: readonly string[];
}

/**
 * How a number is computed. A name is that of a number question, of one of the number's own rules
 * of thumb, or of a number that stands earlier.
 */
export type Formula =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  /** `known`: the first part that has a value. */
  | {
      readonly kind: 'sum' | 'product' | 'divide' | 'largest' | 'known';
      readonly of: readonly Formula[];
    }
  | { readonly kind: 'round-up'; readonly of: Formula };

/** A rule of thumb: a number that nobody has decided. Shown with its source, and the reader may change it. */
export interface Thumb {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** What the reader may put instead: from, to, and in which steps. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  readonly source: string;
  /** Where it usually lies: the number is shown with what both ends would give. */
  readonly usual: { readonly from: number; readonly to: number } | null;
}

/** A number worked out from the answers. It never influences the outcome. */
export interface ComputedNumber {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Shown only when it holds. */
  readonly when: Condition;
  readonly formula: Formula;
  readonly thumbs: readonly Thumb[];
}

/** An imagined case with known answers: an example for the reader and a test of the rules. */
export interface Persona {
  readonly id: string;
  readonly who: string;
  readonly answers: Answers;
  readonly outcomes: readonly OutcomeId[];
  /** Every advice that is added, in order. */
  readonly advice: readonly string[];
  /** Every number that is worked out, to one decimal, by id; `null` when the case does not say. */
  readonly numbers: Readonly<Record<string, number>> | null;
}

export interface Wizard {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Role ids. */
  readonly audience: readonly string[];
  /** ISO dates. */
  readonly reviewed: string;
  readonly reviewBy: string;
  /** Ids of dated facts shown as "Läget nu" before the first question. */
  readonly state: readonly string[];
  readonly questions: readonly Question[];
  readonly facts: readonly Fact[];
  readonly hit: HitPolicy;
  readonly rules: readonly Rule[];
  readonly outcomes: readonly Outcome[];
  readonly advice: readonly Advice[];
  readonly numbers: readonly ComputedNumber[];
  readonly personas: readonly Persona[];
}

/** One question that was asked and answered. */
export interface Step {
  readonly question: Question;
  readonly answer: Answer;
}

/** Why an answer is not taken. `out-of-range` also covers a number that is not whole. */
export type RejectionReason =
  | 'unknown-question'
  | 'unknown-option'
  | 'wrong-kind'
  | 'out-of-range'
  | 'exclusive'
  | 'empty';

/** A stored answer that the wizard no longer takes. Listed to the user, never replaced. */
export interface RejectedAnswer {
  readonly questionId: QuestionId;
  readonly answer: unknown;
  readonly reason: RejectionReason;
}

/** What is known of a fact: nothing asks for it, it is yet to be answered, or it has a value. */
export type FactState =
  | { readonly state: 'absent' }
  | { readonly state: 'open' }
  | { readonly state: 'valued'; readonly value: Answer | boolean };

export interface Position {
  /** The first applicable question without an answer, or `null` when none is open. */
  readonly current: Question | null;
  /** Applicable questions with answers, in order, up to the current one. */
  readonly path: readonly Step[];
  /** Ids of questions that apply or still may, from the current one on. */
  readonly ahead: readonly QuestionId[];
  /** Ids of questions that have a stored answer but can not apply now. */
  readonly resting: readonly QuestionId[];
  readonly rejected: readonly RejectedAnswer[];
}

/** A rule that fired, and exactly the answers that its condition read. */
export interface Reason {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly read: readonly Step[];
}

export interface Decision {
  readonly outcomes: readonly Outcome[];
  readonly reasons: readonly Reason[];
}

/** Everything the page shows, from one definition and the answers. */
export interface View {
  readonly position: Position;
  /** `null` until no applicable question is open. */
  readonly decision: Decision | null;
  /** Empty until the decision is final. */
  readonly advice: readonly Advice[];
  /** How many applicable questions are left, the current one included: fewest and most. */
  readonly remaining: { readonly min: number; readonly max: number };
  /** Answers on the path whose option is marked unknown. */
  readonly unknowns: readonly { readonly step: Step; readonly option: Option }[];
}

/** A fault in a definition. `path` leads to the place: `['decision', 'rules', 2, 'when']`. */
export interface Finding {
  /** Name of the check, kebab-case: `unknown-id`, `rule-shadowed`. */
  readonly check: string;
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  /** What is wrong, with ids in quotes. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}
