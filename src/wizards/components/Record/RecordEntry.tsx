import { t } from '../texts.ts';
import type { RecordControl } from './use-record.ts';

export interface RecordEntryProps {
  readonly control: RecordControl;
  /** Only the button, where the result comes first. */
  readonly isShort?: boolean;
}

/** The way from a result to a document that can be decided on. */
export function RecordEntry({ control: { state, open }, isShort = false }: RecordEntryProps) {
  const button = (
    <button
      type="button"
      class={isShort ? 'link record-make' : 'button'}
      aria-busy={state === 'waiting'}
      onClick={open}
    >
      {t('recordMake')}
    </button>
  );
  const status = <p role="status">{state === 'failed' ? t('recordFailed') : ''}</p>;
  if (isShort)
    return (
      <div>
        {button} {status}
      </div>
    );
  return (
    <section class="record-entry">
      <h2>{t('recordTitle')}</h2>
      <p>{t('recordText')}</p>
      {button}
      {status}
    </section>
  );
}
