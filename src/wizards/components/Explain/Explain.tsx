import { findCounterfactuals } from '../../engine/explain/counterfactuals.ts';
import { findHinges, type LookAhead } from '../../engine/explain/look-ahead.ts';
import { explainWhyNot, type MissedRule } from '../../engine/explain/why-not.ts';
import type { Graph } from '../../engine/graph/graph.ts';
import type { Answers, View, Wizard } from '../../engine/types.ts';
import { conditionText, joinWords } from '../condition-text.ts';
import { t } from '../texts.ts';
import { graphOf } from './graph-of.ts';
import { answersInWords, outcomeNames } from './words.ts';

interface Props {
  readonly wizard: Wizard;
  readonly answers: Answers;
  readonly view: View;
}

/** Why not the others, and what would change the result: both worked out from the graph. */
export function Explain({ wizard, answers, view }: Props) {
  return (
    <>
      <details class="fold">
        <summary>{t('whyNotTitle')}</summary>
        <ul>
          {explainWhyNot(wizard, view.position.path).map(({ outcome, rules }) => (
            <li key={outcome.id}>
              <strong>{outcome.title}</strong>
              <ul>
                {[...new Set(rules.map((rule) => missedText(wizard, rule)))].map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
      <details class="fold">
        <summary>{t('changeTitle')}</summary>
        <Hinges graph={graphOf(wizard)} answers={answers} />
        <Changes graph={graphOf(wizard)} answers={answers} />
      </details>
    </>
  );
}

function missedText(wizard: Wizard, { missing, takenBy }: MissedRule): string {
  if (missing) return t('whyNotMissing', { when: conditionText(wizard, missing, t) });
  return t('whyNotTaken', { because: takenBy?.because ?? '' });
}

interface PartProps {
  readonly graph: Graph;
  readonly answers: Answers;
}

/** The single answers that the result hinges on. */
function Hinges({ graph, answers }: PartProps) {
  const hinges = findHinges(graph, answers);
  if (hinges.length === 0) return <p>{t('hingesNone')}</p>;
  return (
    <>
      <p>{t('hingesIntro')}</p>
      <ul>
        {hinges.map(({ question, others }) => (
          <li key={question}>
            {askOf(graph, question)} <LookAheadList graph={graph} id={question} others={others} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface LookAheadProps {
  readonly graph: Graph;
  readonly id: string;
  readonly others: readonly LookAhead[];
}

/** What each other answer to one question would lead to. */
export function LookAheadList({ graph, id, others }: LookAheadProps) {
  return (
    <ul>
      {others.map(({ set, possible }) => {
        const answer = answersInWords(graph, id, set);
        return (
          <li key={answer}>
            {t('ifAnswer', { answer, outcomes: outcomeNames(graph.wizard, possible) })}
          </li>
        );
      })}
    </ul>
  );
}

/** How many ways to another outcome are written out for each. */
const shownSets = 3;

/** The smallest sets of changes that lead to each other outcome. */
function Changes({ graph, answers }: PartProps) {
  const found = findCounterfactuals(graph, answers, shownSets);
  if (found.length === 0) return <p>{t('changeNone')}</p>;
  return (
    <>
      <p>{t('changeIntro')}</p>
      <ul>
        {found.map(({ outcome, sets, isComplete }) => (
          <li key={outcome}>
            {outcomeNames(graph.wizard, [outcome])}
            <ul>
              {sets.map(({ changes, added }) => {
                const words = [...changes, ...added.filter(({ isAny }) => !isAny)].map(
                  ({ question, to }) =>
                    t('changeAnswer', {
                      ask: askOf(graph, question),
                      answer: answersInWords(graph, question, to),
                    }),
                );
                return <li key={words.join()}>{joinWords(words, t('if.and'))}.</li>;
              })}
              {!isComplete && <li>{t('changeMore')}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function askOf({ wizard }: Graph, id: string): string {
  return wizard.questions.find((question) => question.id === id)?.ask ?? id;
}
