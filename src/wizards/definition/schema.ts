import * as z from 'zod';
import type { RawCondition, RawFormula, RawTest, RawWizard } from '../engine/raw-wizard.ts';

/**
 * The shape of a wizard definition, with a description of every field. What the ids point at is
 * not known here: `checkWizard()` looks at that.
 */

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const text = (what: string) => z.string().trim().min(1).describe(what);
const texts = (what: string) => z.array(z.string().trim().min(1)).describe(what);
const id = (what: string) =>
  z
    .string()
    .regex(KEBAB, 'must be lower-case a–z, 0–9 and single dashes')
    .describe(`${what} ASCII Swedish kebab-case, never reused for a new meaning.`);
const ids = (what: string) => z.array(id('An id.')).describe(what);
const code = (what: string) =>
  z
    .string()
    .regex(/^[a-z0-9]{1,4}$/, 'must be 1–4 characters a–z and 0–9, in quotes if all are digits')
    .describe(`${what} Used in addresses and frozen once published.`);
const date = (what: string) => z.iso.date('must be a date such as 2026-11-23').describe(what);
const whole = (what: string) => z.int('must be a whole number').describe(what);

const optionIds = z.array(z.string()).min(1);

/** How a test on one fact may look. */
export const TEST_FORMS =
  'an option or a list of options (any of them); for several options { any | all | only | none: [...] }; for a number { from, to }, both included; true or false for a named condition.';

const test: z.ZodType<RawTest> = z
  .union([
    z.string(),
    z.number(),
    z.boolean(),
    optionIds,
    z
      .strictObject({ from: z.number().optional(), to: z.number().optional() })
      .refine((range) => range.from !== undefined || range.to !== undefined, 'needs from or to'),
    z
      .strictObject({
        any: optionIds.optional(),
        all: optionIds.optional(),
        only: optionIds.optional(),
        none: optionIds.optional(),
      })
      .refine((modes) => Object.keys(modes).length > 0, 'needs any, all, only or none'),
  ])
  .describe(TEST_FORMS);

const condition: z.ZodType<RawCondition> = z
  .lazy(() =>
    z
      .object({
        all: z.array(condition).min(1).optional(),
        any: z.array(condition).min(1).optional(),
        not: condition.optional(),
      })
      .catchall(test)
      .refine((tests) => Object.keys(tests).length > 0, 'must name at least one fact'),
  )
  .meta({
    id: 'condition',
    description:
      'Tests by question or fact id, all of which must hold. { all: [...] }, { any: [...] } and { not: ... } combine conditions. A test on a question that was not asked is false.',
  }) as z.ZodType<RawCondition>;

const option = z.strictObject({
  id: id('Name of the option.'),
  code: code('Unique within the question.'),
  label: text('What the reader chooses.'),
  hint: text('Shown under the label.').optional(),
  unknown: z
    .strictObject({ ask: id('Role that can tell.'), how: text('How to find out, one sentence.') })
    .describe('Marks the option as "vet inte".')
    .optional(),
  scores: z
    .record(z.string(), z.number())
    .describe("Points by score name; `$` is the question's own `score`.")
    .optional(),
  notApplicable: z.boolean().describe('Counts neither in a total nor in its highest.').optional(),
});

const question = z
  .strictObject({
    id: id('Name of the question.'),
    code: code('Unique within the wizard.'),
    ask: text('The question, or the statement of a scale.'),
    hint: text('Shown under the question.').optional(),
    why: text('Why it is asked.'),
    when: condition.optional().describe('Asked only when true. May name only what stands earlier.'),
    group: text('Heading the question belongs under.').optional(),
    multiple: z
      .union([
        z.literal(true),
        z.strictObject({ exclusive: ids('Options that stand alone.').optional() }),
      ])
      .describe('Several options may be chosen.')
      .optional(),
    options: z.array(option).min(2, 'needs at least two options').optional(),
    number: z
      .strictObject({
        min: whole('Lowest number taken.'),
        max: whole('Highest number taken.'),
        unit: text('What is counted, in plural.'),
      })
      .describe('The answer is a whole number.')
      .optional(),
    scale: z.string().describe('Name of a list of options under `scales`.').optional(),
    score: z.string().describe('Score that `$` in the options stands for.').optional(),
  })
  .refine(
    (q) => [q.options, q.number, q.scale].filter((part) => part !== undefined).length === 1,
    'needs exactly one of options, number and scale',
  )
  .refine((q) => !(q.multiple && !q.options), '`multiple` needs `options`');

const fact = z
  .strictObject({
    id: id('Name of the fact.'),
    label: text('What it says, shown to the reader.'),
    when: condition.optional().describe('The condition that is named.'),
    total: z.string().describe('Score to add up.').optional(),
    as: z
      .enum(['sum', 'share'])
      .describe('Points, or per cent of the highest possible.')
      .optional(),
    bands: z
      .array(z.strictObject({ id: id('Band.'), label: text('Name.'), from: z.number() }))
      .min(2, 'needs at least two bands')
      .describe('In rising order of `from`. The first takes everything below the second.')
      .optional(),
  })
  .refine((f) => (f.when === undefined) !== (f.total === undefined), 'needs one of when and total')
  .refine(
    (f) => (f.total === undefined) === (f.bands === undefined),
    '`total` and `bands` go together',
  );

const level = z
  .enum(['krav', 'rekommendation', 'rad'])
  .describe('krav: law in force. rekommendation: of an authority. rad: our own advice.');

const rule = z.strictObject({
  id: id('Name of the rule.'),
  when: condition.optional().describe('Without it the rule takes whatever is left.'),
  outcome: z.string().describe('Id of the outcome.'),
  because: text('Why these answers lead there, said to the reader.'),
  sources: ids('Source ids, at least one.').optional(),
});

const action = z.strictObject({
  id: id('Name of the step.'),
  text: text('What to do.'),
  role: id('Role that owns it.'),
  days: whole('Days from the decision.').min(0),
  level,
});

const requirement = z.strictObject({
  id: id('Number of the requirement. Unique in the whole guide.'),
  text: text('What is demanded.'),
  kind: z.enum(['ska', 'bor']).describe('ska: must be met. bor: gives added value.'),
  evidence: text('How the supplier shows it.'),
  followUp: text('How the buyer follows it up.'),
  owner: id('Role that owns it.'),
});

/** How a requirement may look. */
export const REQUIREMENT_FORMS =
  'text; or { id, text, kind: ska | bor, evidence, followUp, owner }, all of them.';

/** How a formula may look. */
export const FORMULA_FORMS =
  'the name of a number question, of a thumb or of an earlier number; a number; { sum | product | largest | known: [parts] }, { divide: [what, by] }, { roundUp: part }.';

const formula: z.ZodType<RawFormula> = z
  .lazy(() => {
    const parts = z.array(formula).min(2);
    return z.union([
      z.string(),
      z.number(),
      z.strictObject({ sum: parts }),
      z.strictObject({ product: parts }),
      z.strictObject({ divide: z.array(formula).length(2, 'divides one part by one other') }),
      z.strictObject({ largest: parts }),
      z.strictObject({ known: parts }).describe('The first part that has a value.'),
      z.strictObject({ roundUp: formula }),
    ]);
  })
  .meta({ id: 'formula', description: `How the number is computed: ${FORMULA_FORMS}` });

const thumb = z.strictObject({
  id: id('Name of the rule of thumb. Unique in the whole guide.'),
  label: text('What it says, shown at the field.'),
  value: z.number().describe('Our value.'),
  min: z.number().describe('Lowest the reader may put.'),
  max: z.number().describe('Highest the reader may put.'),
  step: z.number().positive().describe('Step of the field.'),
  unit: text('What is counted.'),
  source: id('Source id; `egen-bedomning` for our own.'),
  usual: z
    .strictObject({ from: z.number(), to: z.number() })
    .describe('Where it usually lies; the number is shown with what both ends would give.')
    .optional(),
});

const number = z.strictObject({
  id: id('Name of the number.'),
  label: text('What is computed.'),
  unit: text('What is counted.'),
  when: condition.optional().describe('Shown only when true.'),
  formula,
  thumbs: z.array(thumb).describe('Rules of thumb that the formula names.').optional(),
});

const outcome = z.strictObject({
  id: id('Name of the outcome.'),
  title: text('Short.'),
  recommendation: text('One sentence, verb first.'),
  why: text('A few sentences.'),
  steps: z.array(action).describe('What to do, in order.').optional(),
  risks: texts('What may go wrong.').optional(),
  involve: ids('Role ids.').optional(),
  documents: texts('What to write or gather.').optional(),
  requirements: z
    .array(z.union([z.string().trim().min(1), requirement]))
    .describe('What to demand of a supplier: as text, or with kind, evidence, follow-up and owner.')
    .optional(),
  guides: texts('Pages of the site, from the root, with closing slash.').optional(),
  sources: ids('Source ids, at least one.').optional(),
});

const advice = z.strictObject({
  id: id('Name of the advice.'),
  when: condition.optional().describe('Added when true; without it always.'),
  title: text('Short.'),
  text: text('The advice.'),
  level,
  stop: z.boolean().describe('Shown as a stop sign before the recommendation.').optional(),
  sources: ids('Source ids, at least one.').optional(),
});

const persona = z
  .strictObject({
    id: id('Name of the case.'),
    who: text('An imagined case, never a real name.'),
    answers: z
      .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
      .describe('Answers to every applicable question: option id, list of option ids, or number.'),
    outcome: z.string().describe('The outcome it must reach.').optional(),
    outcomes: texts('For `hit: collect`: every outcome, in order.').optional(),
    advice: texts('Every advice that is added, in order.').optional(),
    numbers: z
      .record(z.string(), z.number())
      .describe('Every number that is worked out, by id, to one decimal.')
      .optional(),
  })
  .refine(
    (p) => (p.outcome === undefined) !== (p.outcomes === undefined),
    'needs one of outcome and outcomes',
  );

const MIGRATION_KINDS = ['rename', 'map', 'merge', 'split', 'retype', 'askAgain', 'drop'] as const;

const migration = z
  .strictObject({
    to: whole('The version that the change came with.').min(2),
    question: z.string().describe('Id of the question in the version before.'),
    reason: text('Why, said to a reader whose answer was given before.'),
    rename: id('New id of the question.').optional(),
    map: z.record(z.string(), z.string()).describe('Old option: new option.').optional(),
    merge: z
      .record(z.string(), z.array(z.string()).min(1))
      .describe('New option: the old ones it took the place of.')
      .optional(),
    split: z
      .record(z.string(), z.array(z.string()).min(1))
      .describe('Old option: the new ones it was divided into. The reader chooses.')
      .optional(),
    retype: z.literal(true).describe('Another kind; answers are kept where they fit.').optional(),
    askAgain: z.literal(true).describe('The answer is not kept.').optional(),
    drop: z.literal(true).describe('The question is gone.').optional(),
  })
  .refine(
    (change) => MIGRATION_KINDS.filter((kind) => change[kind] !== undefined).length === 1,
    'needs exactly one of rename, map, merge, split, retype, askAgain and drop',
  );

export const wizardSchema = z
  .strictObject({
    id: id('Same as the file name.'),
    version: whole('Raised by one for each published change.').min(1),
    title: text('Verb first.'),
    summary: text('What the guide helps with, and what the reader leaves with.'),
    minutes: whole('How long it takes.').min(1),
    audience: ids('Role ids.'),
    reviewed: date('When somebody last read all of it.'),
    reviewBy: date('When it must be read again.'),
    state: ids('Dated facts shown first.').optional(),
    scales: z
      .record(z.string(), z.strictObject({ options: z.array(option).min(2) }))
      .describe('Lists of options shared by `scale` questions.')
      .optional(),
    questions: z.array(question).min(1).describe('Asked from the top.'),
    facts: z.array(fact).describe('Named conditions and totals.').optional(),
    decision: z.strictObject({
      hit: z
        .enum(['unique', 'first', 'collect'])
        .describe('unique: one rule may hold. first: the first decides. collect: all count.'),
      rules: z.array(rule).min(1),
    }),
    outcomes: z.array(outcome).min(1),
    advice: z.array(advice).describe('Each is added when its condition holds.').optional(),
    numbers: z
      .array(number)
      .describe('Numbers worked out from the answers. They never influence the outcome.')
      .optional(),
    personas: z.array(persona).describe('Cases that must come out right.').optional(),
    migrations: z
      .array(migration)
      .describe('What becomes of answers given before a new version.')
      .optional(),
  })
  .describe('A decision guide.') satisfies z.ZodType<RawWizard>;
