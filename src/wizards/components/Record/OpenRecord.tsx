import { useState } from 'preact/hooks';
import type { DecisionRecord } from '../../export/decision-record.ts';
import { draftOf } from '../../export/record-draft.ts';
import { keepDraft } from '../../stores/draft-store.ts';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { loadPart } from '../load-part.ts';
import { t } from '../texts.ts';
import { rememberRecordOpen } from './record-place.ts';

export interface OpenRecordProps {
  readonly store: WizardStore;
  /** Called with what the record says, after the answers are restored. */
  readonly onOpened?: (record: DecisionRecord) => void;
}

/** Choose a file with a record: its answers and texts come back. Nothing changes when it is not taken. */
export function OpenRecord({ store, onOpened }: OpenRecordProps) {
  const [problem, setProblem] = useState('');
  const [other, setOther] = useState<DecisionRecord | null>(null);

  const open = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setOther(null);
    setProblem(t('openReading'));
    try {
      const opened = await (await loadPart('record')).openFile(file);
      input.value = ''; // so that the same file can be chosen again
      if ('problem' in opened) return setProblem(opened.problem);
      setProblem('');
      if (opened.record.guide.id !== store.wizard.id) return setOther(opened.record);
      restore(store, opened.record);
      onOpened?.(opened.record);
    } catch {
      setProblem(t('recordFailed'));
    }
  };

  return (
    <div class="open-record">
      <label class="link">
        <span>{t('openRecord')}</span>
        <input
          type="file"
          class="hidden-text"
          accept=".docx,.odt,.json"
          onChange={(event) => open(event.currentTarget)}
        />
      </label>
      <p role="status">
        {problem}
        {other && (
          <>
            {t('openOther', { title: other.guide.title })}{' '}
            <a href={addressOf(other)}>{t('openOtherLink')}</a>
          </>
        )}
      </p>
    </div>
  );
}

/**
 * Puts the record's answers and texts in the place of those there are, and shows the record. What the
 * guide of today does not take is listed by the guide and asked again.
 */
function restore(store: WizardStore, record: DecisionRecord): void {
  keepDraft(store.wizard.id, draftOf(record));
  store.restore({ answers: record.answers, place: 'result' });
  rememberRecordOpen();
}

/** The other guide, beside this one. The record's own address is not trusted. */
function addressOf({ guide, fragment }: DecisionRecord): string {
  const id = guide.id.replace(/[^a-z0-9-]/g, '');
  return `${id}.html#${fragment}`;
}
