import type { ComponentChildren } from 'preact';
import { isBlock, plainRequirements } from '../../engine/blocks.ts';
import { lookPastUnknowns } from '../../engine/explain/look-ahead.ts';
import type {
  Action,
  Advice,
  Answers,
  Outcome,
  QuestionId,
  Reason,
  View,
} from '../../engine/types.ts';
import { answerText } from '../answer-text.ts';
import { AnswerList } from '../CheckAnswers/CheckAnswers.tsx';
import { Explain, LookAheadList } from '../Explain/Explain.tsx';
import { graphOf } from '../Explain/graph-of.ts';
import { Numbers } from '../Numbers/Numbers.tsx';
import type { PageData } from '../page-data.ts';
import { Requirements } from '../Requirements/Requirements.tsx';
import { t } from '../texts.ts';

export interface ResultProps {
  readonly data: PageData;
  readonly answers: Answers;
  readonly view: View;
  readonly onChange: (id: QuestionId) => void;
  /** Where the map of the guide shows the reader's own way. */
  readonly mapHref: string | null;
  /** Buttons to print, copy, save and start again. */
  readonly children: ComponentChildren;
}

/** The result: the recommendation first, then why, then what to do. */
export function Result({ data, answers, view, onChange, mapHref, children }: ResultProps) {
  const { decision, advice } = view;
  if (!decision) return null;
  const stops = advice.filter(({ stop }) => stop);
  return (
    <section class="result">
      {stops.map((item) => (
        <div key={item.id} class="aside-stop" role="note">
          <h3>{t('stop', { title: item.title })}</h3>
          <p>{item.text}</p>
        </div>
      ))}
      {decision.outcomes
        .filter((outcome) => !isBlock(outcome))
        .map((outcome, index) => (
          <OutcomeView key={outcome.id} {...{ data, view, outcome }} isFirst={index === 0} />
        ))}
      <Requirements data={data} view={view} />
      <Numbers data={data} view={view} />
      <AdviceList items={advice.filter(({ stop }) => !stop)} />
      <Unknowns data={data} answers={answers} view={view} />
      {children}
      <Explain wizard={data.wizard} answers={answers} view={view} />
      {mapHref && (
        <p class="map-link">
          <a href={mapHref}>{t('mapLink')}</a>
        </p>
      )}
      <details class="fold">
        <summary>{t('yourAnswers')}</summary>
        <AnswerList view={view} onChange={onChange} />
      </details>
      <Sources data={data} view={view} />
      <p class="meta">
        {t('versionLine', { version: data.wizard.version, date: data.reviewed })} {t('disclaimer')}
      </p>
    </section>
  );
}

interface OutcomeProps {
  readonly data: PageData;
  readonly view: View;
  readonly outcome: Outcome;
  readonly isFirst: boolean;
}

function OutcomeView({ data, view, outcome, isFirst }: OutcomeProps) {
  const reasons = view.decision?.reasons.filter((reason) => reason.outcome === outcome) ?? [];
  return (
    <div class="outcome">
      <p class="kicker">{t('weRecommend')}</p>
      <h2 tabIndex={-1} data-heading={isFirst || undefined}>
        {outcome.title}
      </h2>
      <p class="recommendation">{outcome.recommendation}</p>
      <h3>{t('whyTitle')}</h3>
      {reasons.map((reason) => (
        <Because key={reason.rule.id} reason={reason} />
      ))}
      <p>{outcome.why}</p>
      <h3>{t('stepsTitle')}</h3>
      <Steps steps={outcome.steps} data={data} />
      <TextList title={t('risksTitle')} items={outcome.risks} />
      <TextList title={t('requirementsTitle')} items={plainRequirements(outcome)} />
      <TextList
        title={t('involveTitle')}
        items={outcome.involve.map((id) => data.roles[id] ?? id)}
        isInline
      />
      <TextList title={t('documentsTitle')} items={outcome.documents} />
      <h3>{t('guidesTitle')}</h3>
      <ul>
        {outcome.guides.map((address) => (
          <li key={address}>
            <a href={data.guides[address]?.href}>{data.guides[address]?.title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The rule's own words, and exactly the answers it read. */
function Because({ reason }: { readonly reason: Reason }) {
  return (
    <div class="because">
      <p>{reason.rule.because}</p>
      {reason.read.length > 0 && (
        <ul>
          {reason.read.map(({ question, answer }) => (
            <li key={question.id}>
              {question.ask} <strong>{answerText(question, answer)}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface StepsProps {
  readonly steps: readonly Action[];
  readonly data: PageData;
}

function Steps({ steps, data }: StepsProps) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.id}>
          <span>{step.text}</span>
          <span class="meta">
            <Level level={step.level} /> {data.roles[step.role]} ·{' '}
            {t('withinDays', { n: step.days })}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Level({ level }: { readonly level: Action['level'] }) {
  return <span class={`level level-${level}`}>{t(`level.${level}`)}</span>;
}

interface TextListProps {
  readonly title: string;
  readonly items: readonly string[];
  readonly isInline?: boolean;
}

function TextList({ title, items, isInline = false }: TextListProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {isInline ? (
        <p>{items.join(', ')}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function AdviceList({ items }: { readonly items: readonly Advice[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2>{t('adviceTitle')}</h2>
      <ul class="advice">
        {items.map((item) => (
          <li key={item.id}>
            <h3>{item.title}</h3>
            <p>
              <Level level={item.level} /> {item.text}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

interface PartProps {
  readonly data: PageData;
  readonly view: View;
}

/** For each "vet inte": whom to ask, and how to find out. */
function Unknowns({ data, answers, view }: PartProps & { readonly answers: Answers }) {
  if (view.unknowns.length === 0) return null;
  const graph = graphOf(data.wizard);
  const ahead = new Map(
    lookPastUnknowns(graph, answers).map((each) => [each.question, each.others]),
  );
  return (
    <>
      <h2>{t('unknownsTitle')}</h2>
      <ul>
        {view.unknowns.map(({ step, option }) => (
          <li key={step.question.id}>
            {step.question.ask}{' '}
            {t('askRole', { role: data.roles[option.unknown?.ask ?? ''] ?? '' })}{' '}
            {option.unknown?.how}
            <LookAheadList
              graph={graph}
              id={step.question.id}
              others={(ahead.get(step.question.id) ?? []).filter(({ isGiven }) => !isGiven)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Sources({ data, view }: PartProps) {
  const ids = new Set([
    ...(view.decision?.reasons ?? []).flatMap(({ rule, outcome }) => [
      ...rule.sources,
      ...outcome.sources,
    ]),
    ...view.advice.flatMap(({ sources }) => sources),
  ]);
  return (
    <section class="sources">
      <h2>{t('sourcesTitle')}</h2>
      <ol>
        {[...ids].map((id) => {
          const source = data.sources[id];
          return (
            source && (
              <li key={id}>
                {source.publisher}: <a href={source.url}>{source.title}</a>{' '}
                <span class="meta">{source.dates}</span>
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
}
