import type { ComponentChildren } from 'preact';
import type { View } from '../../engine/types.ts';
import {
  type ConsequenceId,
  consequenceIds,
  type DecisionRecord,
  isIsoDay,
} from '../../export/decision-record.ts';
import type { DraftField, RecordDraft } from '../../export/record-draft.ts';
import type { PageData } from '../page-data.ts';
import { t } from '../record-texts.ts';
import { consequenceHints } from './build-record.ts';

export interface RecordFormProps {
  readonly data: PageData;
  readonly view: View;
  /** As it stands now: what a field holds before anybody has written in it. */
  readonly record: DecisionRecord;
  readonly draft: RecordDraft;
  readonly onChange: (draft: RecordDraft) => void;
}

/** Everything one may write in a record. All of it may be left empty. */
export function RecordForm({ data, view, record, draft, onChange }: RecordFormProps) {
  const setField = (name: DraftField) => (value: string) =>
    onChange({ ...draft, fields: { ...draft.fields, [name]: value } });
  const setNote = (id: string) => (value: string) =>
    onChange({ ...draft, notes: { ...draft.notes, [id]: value } });
  const setDay = (name: 'date' | 'decisionDate') => (value: string) => {
    if (isIsoDay(value)) onChange({ ...draft, [name]: value });
  };
  const written = draft.fields;
  const outcomes = view.decision?.outcomes ?? [];
  return (
    <form class="record-form" onSubmit={(event) => event.preventDefault()}>
      <Part title={t('partCase')} isOpen>
        <Field
          id="title"
          label={t('matter')}
          value={written.title ?? record.title}
          onInput={setField('title')}
        />
        <div class="record-columns">
          <Field id="number" value={written.number} onInput={setField('number')} />
          <Field id="date" type="date" value={draft.date} onInput={setDay('date')} />
          <Field id="officer" value={written.officer} onInput={setField('officer')} />
          <Field id="board" value={written.board} onInput={setField('board')} />
        </div>
        <Area id="background" value={written.background} onInput={setField('background')} />
      </Part>
      <Part title={t('partProposal')} isOpen>
        <Area
          id="proposal"
          value={written.proposal ?? record.case.proposal}
          onInput={setField('proposal')}
        />
        <Field
          id="decisionDate"
          type="date"
          value={draft.decisionDate}
          onInput={setDay('decisionDate')}
        />
      </Part>
      <Part title={t('partReasons', { n: record.given.length })}>
        <p>{t('reasonsIntro')}</p>
        {record.given.map(({ question, ask, answer }) => (
          <Area
            key={question}
            id={`note-${question}`}
            label={t('reasonFor', { ask })}
            hint={t('reasonAnswer', { answer })}
            value={Object.hasOwn(draft.notes, question) ? draft.notes[question] : ''}
            onInput={setNote(question)}
          />
        ))}
      </Part>
      <Part title={t('partConsequences')}>
        {consequenceIds.map((id) => (
          <Consequence
            key={id}
            id={id}
            hints={consequenceHints(data, outcomes, id)}
            value={written[id]}
            onInput={setField(id)}
          />
        ))}
      </Part>
    </form>
  );
}

interface PartProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

function Part({ title, isOpen = false, children }: PartProps) {
  return (
    <details class="fold" open={isOpen}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

interface InputProps {
  readonly id: string;
  readonly label?: string;
  readonly hint?: ComponentChildren;
  readonly value: string | undefined;
  readonly type?: string;
  readonly onInput: (value: string) => void;
}

const elementId = (id: string) => `underlag-${id}`;

function Field({ id, label = t(id), value = '', type = 'text', onInput }: InputProps) {
  return (
    <p class="field">
      <label for={elementId(id)}>{label}</label>
      <input
        id={elementId(id)}
        type={type}
        value={value}
        dir={type === 'text' ? 'auto' : undefined}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </p>
  );
}

function Area({ id, label = t(id), hint = t(`${id}Hint`), value = '', onInput }: InputProps) {
  return (
    <div class="field">
      <label for={elementId(id)}>{label}</label>
      <div class="hint" id={elementId(`${id}-hint`)}>
        {hint}
      </div>
      <textarea
        id={elementId(id)}
        rows={Math.min(8, 2 + Math.floor(value.length / 80))}
        dir="auto"
        aria-describedby={elementId(`${id}-hint`)}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

interface ConsequenceProps {
  readonly id: ConsequenceId;
  readonly hints: readonly string[];
  readonly value: string | undefined;
  readonly onInput: (value: string) => void;
}

/** One consequence: what to think of, and what the guide itself says that bears on it. */
function Consequence({ id, hints, value, onInput }: ConsequenceProps) {
  const hint = (
    <>
      {t(`consequence.${id}Hint`)}
      {hints.length > 0 && (
        <ul>
          {hints.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
  return (
    <Area id={id} label={t(`consequence.${id}`)} hint={hint} value={value} onInput={onInput} />
  );
}
