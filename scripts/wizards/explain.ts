import { describeCondition } from '../../src/wizards/engine/check/describe-condition.ts';
import { evaluate } from '../../src/wizards/engine/evaluate.ts';
import { findCounterfactuals } from '../../src/wizards/engine/explain/counterfactuals.ts';
import {
  compileEffects,
  findIrrelevantQuestions,
} from '../../src/wizards/engine/explain/irrelevant-questions.ts';
import {
  findHinges,
  type Hinge,
  lookPastUnknowns,
} from '../../src/wizards/engine/explain/look-ahead.ts';
import { describeOutcomes } from '../../src/wizards/engine/explain/outcome-conditions.ts';
import {
  findPossibleOutcomes,
  findRuledOut,
} from '../../src/wizards/engine/explain/possible-outcomes.ts';
import { explainWhyNot } from '../../src/wizards/engine/explain/why-not.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import type { Answers, Condition, Wizard } from '../../src/wizards/engine/types.ts';
import { describeSet, readAnswers } from './describe.ts';
import { type Options, printJson, readWizard } from './files.ts';

/** Explain a result, or what is left before there is one. Without answers: when each outcome comes. */
export function explain(
  [file]: readonly string[],
  options: Options & { readonly answers: string | undefined },
): 0 {
  const wizard = readWizard(file, options);
  const answers = readAnswers(wizard, options.answers);
  const explained = explainAnswers(wizard, answers);
  if (options.isJson) printJson(explained);
  else for (const [title, lines] of sections(explained)) print(title, lines);
  return 0;
}

function explainAnswers(wizard: Wizard, answers: Answers) {
  const graph = compileOutcomes(wizard);
  const { position, decision, advice } = evaluate(wizard, answers);
  const isFinal = decision !== null;
  return {
    id: wizard.id,
    version: wizard.version,
    answers,
    current: position.current?.id ?? null,
    outcomes: decision?.outcomes.map(({ id }) => id) ?? null,
    rules:
      decision?.reasons.map(({ rule, read }) => ({
        rule: rule.id,
        read: read.map(({ question }) => question.id),
      })) ?? null,
    advice: isFinal ? advice.map(({ id }) => id) : null,
    ...findPossibleOutcomes(graph, answers),
    ruledOut: findRuledOut(graph, answers),
    skippable: isFinal ? [] : findIrrelevantQuestions(compileEffects(wizard), answers),
    whyNot: isFinal
      ? explainWhyNot(wizard, position.path).map(({ outcome, rules }) => ({
          outcome: outcome.id,
          rules: rules.map(({ rule, missing, takenBy }) => ({
            rule: rule.id,
            missing: missing && describeCondition(missing),
            takenBy: takenBy?.id ?? null,
          })),
        }))
      : [],
    changes: isFinal ? findCounterfactuals(graph, answers, 5) : [],
    hinges: isFinal ? findHinges(graph, answers) : [],
    unknowns: lookPastUnknowns(graph, answers),
    when: describeOutcomes(graph).map(({ outcome, when }) => ({
      outcome,
      when: when && describeCondition(when as Condition),
    })),
  };
}

type Explained = ReturnType<typeof explainAnswers>;

function sections(explained: Explained): readonly (readonly [string, readonly string[]])[] {
  const { outcomes, current, whyNot, changes } = explained;
  return [
    ['Outcome', [outcomes ? outcomes.join(', ') || 'none' : `open, next question: ${current}`]],
    [
      'Decided by',
      explained.rules?.map(({ rule, read }) => `${rule} (read: ${read.join(', ') || 'nothing'})`) ??
        [],
    ],
    ['Advice', explained.advice ?? []],
    ['Still possible', outcomes ? [] : explained.possible],
    [
      'Ruled out',
      explained.ruledOut.map(({ outcome, by }) => `${outcome} by ${by ?? 'the rules'}`),
    ],
    ['May be skipped', explained.skippable],
    [
      'Why not',
      whyNot.flatMap(({ outcome, rules }) =>
        rules.map(
          (rule) =>
            `${outcome}, ${rule.rule}: ${rule.missing ? `fails ${rule.missing}` : `"${rule.takenBy}" came first`}`,
        ),
      ),
    ],
    [
      'What would change it',
      changes.flatMap(({ outcome, sets }) =>
        sets.map(
          ({ changes: own, added }) =>
            `${outcome}: ${[...own, ...added].map(({ question, to, isAny }) => `${question} → ${isAny ? 'any answer' : describeSet(to)}`).join('; ')}`,
        ),
      ),
    ],
    ['Hinges on', explained.hinges.flatMap(hingeLines)],
    ['If the unknown were known', explained.unknowns.flatMap(hingeLines)],
    [
      'When each outcome comes',
      outcomes
        ? []
        : explained.when.map(
            ({ outcome, when }) => `${outcome}: ${when ?? 'too many parts to say'}`,
          ),
    ],
  ];
}

function hingeLines({ question, others }: Hinge): readonly string[] {
  return others.map(
    ({ set, possible }) => `${question} = ${describeSet(set)}: ${possible.join(' or ') || 'none'}`,
  );
}

function print(title: string, lines: readonly string[]): void {
  if (lines.length) console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}
