import type { ComponentChildren } from 'preact';
import type { QuestionId, View } from '../../engine/types.ts';
import { answerText } from '../answer-text.ts';
import { t } from '../texts.ts';

export interface CheckAnswersProps {
  readonly view: View;
  readonly onChange: (id: QuestionId) => void;
  readonly onShowResult: () => void;
  /** What else can be done from here. */
  readonly children?: ComponentChildren;
}

/** All answers on one page before the result, each one changeable. */
export function CheckAnswers({ view, onChange, onShowResult, children }: CheckAnswersProps) {
  return (
    <section class="check">
      <h2 tabIndex={-1} data-heading>
        {t('checkTitle')}
      </h2>
      <AnswerList view={view} onChange={onChange} />
      <button type="button" class="button" onClick={onShowResult}>
        {t('showResult')}
      </button>
      {children}
    </section>
  );
}

/** Questions and answers as a list; with `onChange` each has a button. */
export function AnswerList({ view, onChange }: Pick<CheckAnswersProps, 'view' | 'onChange'>) {
  return (
    <dl class="answers">
      {view.position.path.map(({ question, answer }) => (
        <div key={question.id}>
          <dt>{question.ask}</dt>
          <dd>{answerText(question, answer)}</dd>
          <dd class="change">
            <button type="button" class="link" onClick={() => onChange(question.id)}>
              {t('change')}
              <span class="hidden-text">: {question.ask}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
