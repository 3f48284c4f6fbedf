import { useRef, useState } from 'preact/hooks';
import type { Answer, Option, Question } from '../../engine/types.ts';
import { numberText } from '../answer-text.ts';
import type { Translate } from '../page-data.ts';
import { readForm } from './read-form.ts';

interface Props {
  /** Makes ids unique when two guides stand on one page. Not useId(): it repeats between islands. */
  readonly idPrefix: string;
  readonly question: Question;
  readonly earlierAnswer: Answer | undefined;
  readonly t: Translate;
  readonly onAnswer: (answer: Answer) => void;
  /** Called while the reader is still choosing. */
  readonly onDraft?: ((answer: Answer) => void) | undefined;
}

/** One question. Native inputs: keyboard and screen-reader behaviour come from the browser. */
export function QuestionForm(props: Props) {
  const { idPrefix, question, earlierAnswer, t, onAnswer, onDraft } = props;
  const [isMissing, setIsMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = (part: string) => `${idPrefix}-${question.code}-${part}`;
  const described = [question.hint ? id('hint') : '', isMissing ? id('error') : '']
    .join(' ')
    .trim();

  const submit = (event: Event) => {
    event.preventDefault();
    if (!form.current) return;
    const answer = readForm(question, new FormData(form.current));
    setIsMissing(answer === null);
    if (answer !== null) onAnswer(answer);
    else form.current.querySelector('input')?.focus();
  };

  const draft = () => {
    const answer = form.current && readForm(question, new FormData(form.current));
    if (answer) onDraft?.(answer);
  };

  const inputs = { question, earlierAnswer, described, id };
  return (
    <form
      ref={form}
      onSubmit={submit}
      onInput={draft}
      noValidate
      class={isMissing ? 'question missing' : 'question'}
    >
      <fieldset aria-describedby={described || undefined}>
        <legend>
          <h2 tabIndex={-1} data-heading>
            {question.ask}
          </h2>
        </legend>
        {question.hint && (
          <p id={id('hint')} class="hint">
            {question.hint}
          </p>
        )}
        <p id={id('error')} class="error" role="alert">
          {isMissing ? errorText(question, t) : ''}
        </p>
        {question.kind === 'number' ? <NumberInput {...inputs} /> : <Options {...inputs} />}
      </fieldset>
      <details class="why">
        <summary>{t('whyAsk')}</summary>
        <p>{question.why}</p>
      </details>
      <button type="submit" class="button">
        {t('continue')}
      </button>
    </form>
  );
}

interface InputProps {
  readonly question: Question;
  readonly earlierAnswer: Answer | undefined;
  readonly described: string;
  readonly id: (part: string) => string;
}

function NumberInput({ question, earlierAnswer, described, id }: InputProps) {
  if (question.kind !== 'number') return null;
  return (
    <p class="number">
      <label for={id('number')} class="hidden-text">
        {question.ask}
      </label>
      <input
        id={id('number')}
        name="answer"
        inputMode="numeric"
        autocomplete="off"
        maxLength={12}
        defaultValue={earlierAnswer === undefined ? '' : String(earlierAnswer)}
        aria-describedby={described || undefined}
      />{' '}
      {question.unit}
    </p>
  );
}

function Options({ question, earlierAnswer, id }: InputProps) {
  if (question.kind === 'number') return null;
  const isMultiple = question.kind === 'multiple';
  const chosen = typeof earlierAnswer === 'object' ? earlierAnswer : [earlierAnswer];
  return (
    <div class={`options ${question.kind === 'single' ? question.display : ''}`}>
      {question.options.map((option) => (
        <label key={option.id} class="option">
          {/* `defaultChecked`: Preact would re-apply `checked` on every render and wipe the choice. */}
          <input
            type={isMultiple ? 'checkbox' : 'radio'}
            name="answer"
            value={option.id}
            defaultChecked={chosen.includes(option.id)}
            aria-describedby={option.hint ? id(option.code) : undefined}
            onChange={
              isMultiple ? (event) => excludeOthers(event, question.exclusive, option) : undefined
            }
          />
          <span>{option.label}</span>
          {option.hint && (
            <span id={id(option.code)} class="hint">
              {option.hint}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}

/** An option that stands alone ("none of these") empties the others, and the other way round. */
function excludeOthers(event: Event, exclusive: readonly string[], option: Option): void {
  const changed = event.currentTarget as HTMLInputElement;
  if (!changed.checked) return;
  const alone = exclusive.includes(option.id);
  const others = changed.form?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [];
  for (const other of others) {
    if (other !== changed && (alone || exclusive.includes(other.value))) other.checked = false;
  }
}

function errorText(question: Question, t: Translate): string {
  const { ask } = question;
  if (question.kind === 'multiple') return t('errorMultiple', { ask });
  if (question.kind === 'single') return t('errorSingle', { ask });
  const { unit, min, max } = question;
  return t('errorNumber', { unit, min: numberText(min), max: numberText(max) });
}
