import type { ComponentChildren } from 'preact';
import { findHinges, type LookAhead } from '../../engine/explain/look-ahead.ts';
import type { Graph } from '../../engine/graph/graph.ts';
import type { Answers, View, Wizard } from '../../engine/types.ts';
import { t } from '../texts.ts';
import { graphOf } from './graph-of.ts';
import { askOf, changeSentences, type OutcomeSentences, whyNotSentences } from './sentences.ts';
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
        <OutcomeList
          items={whyNotSentences(wizard, view.position.path)}
          dress={(title) => <strong>{title}</strong>}
        />
      </details>
      <details class="fold">
        <summary>{t('changeTitle')}</summary>
        <Hinges graph={graphOf(wizard)} answers={answers} />
        <Changes graph={graphOf(wizard)} answers={answers} />
      </details>
    </>
  );
}

interface OutcomeListProps {
  readonly items: readonly OutcomeSentences[];
  readonly dress: (title: string) => ComponentChildren;
}

function OutcomeList({ items, dress }: OutcomeListProps) {
  return (
    <ul>
      {items.map(({ outcome, title, texts }) => (
        <li key={outcome}>
          {dress(title)}
          <ul>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
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
            {askOf(graph.wizard, question)}{' '}
            <LookAheadList graph={graph} id={question} others={others} />
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

/** The smallest sets of changes that lead to each other outcome. */
function Changes({ graph, answers }: PartProps) {
  const found = changeSentences(graph, answers);
  if (found.length === 0) return <p>{t('changeNone')}</p>;
  return (
    <>
      <p>{t('changeIntro')}</p>
      <OutcomeList items={found} dress={(title) => `”${title}”`} />
    </>
  );
}
