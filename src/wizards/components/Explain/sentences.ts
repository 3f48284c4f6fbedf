import { findCounterfactuals } from '../../engine/explain/counterfactuals.ts';
import { explainWhyNot, type MissedRule } from '../../engine/explain/why-not.ts';
import type { Graph } from '../../engine/graph/graph.ts';
import type { Answers, OutcomeId, Step, Wizard } from '../../engine/types.ts';
import { conditionText, joinWords } from '../condition-text.ts';
import { t } from '../texts.ts';
import { answersInWords } from './words.ts';

/** What is said of one outcome that was not reached. */
export interface OutcomeSentences {
  readonly outcome: OutcomeId;
  readonly title: string;
  readonly texts: readonly string[];
}

/** Why each of the other outcomes did not come, each reason once. */
export function whyNotSentences(wizard: Wizard, path: readonly Step[]): OutcomeSentences[] {
  return explainWhyNot(wizard, path).map(({ outcome, rules }) => ({
    outcome: outcome.id,
    title: outcome.title,
    texts: [...new Set(rules.map((rule) => missedText(wizard, rule)))],
  }));
}

function missedText(wizard: Wizard, { missing, takenBy }: MissedRule): string {
  if (missing) return t('whyNotMissing', { when: conditionText(wizard, missing, t) });
  return t('whyNotTaken', { because: takenBy?.because ?? '' });
}

/** How many ways to another outcome are written out for each. */
const shownSets = 3;

/** The smallest changes of answers that lead to each other outcome. */
export function changeSentences(graph: Graph, answers: Answers): OutcomeSentences[] {
  const { wizard } = graph;
  return findCounterfactuals(graph, answers, shownSets).map(({ outcome, sets, isComplete }) => {
    const texts = sets.map(({ changes, added }) => {
      const words = [...changes, ...added.filter(({ isAny }) => !isAny)].map(({ question, to }) =>
        t('changeAnswer', {
          ask: askOf(wizard, question),
          answer: answersInWords(graph, question, to),
        }),
      );
      return `${joinWords(words, t('if.and'))}.`;
    });
    return {
      outcome,
      title: wizard.outcomes.find(({ id }) => id === outcome)?.title ?? outcome,
      texts: isComplete ? texts : [...texts, t('changeMore')],
    };
  });
}

/** The question as it is asked. */
export function askOf(wizard: Wizard, id: string): string {
  return wizard.questions.find((question) => question.id === id)?.ask ?? id;
}
