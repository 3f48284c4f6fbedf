import { useState } from 'preact/hooks';
import type { DecisionRecord } from '../../export/decision-record.ts';
import { browserPlace } from '../../stores/saved/place.ts';
import { createSavedStore } from '../../stores/saved/saved-store.ts';
import { saveAnswers, savedOf } from '../../stores/saved-answers.ts';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { t } from '../record-texts.ts';

export interface SaveRecordProps {
  readonly store: WizardStore;
  readonly record: DecisionRecord;
}

/**
 * Keeps the record with the answers in this browser, when the reader asks for it. Not from disk:
 * there other files may read what is kept, and a record holds free text.
 */
export function SaveRecord({ store, record }: SaveRecordProps) {
  const [said, setSaid] = useState('');
  if (location.protocol === 'file:') return null;
  const save = () => {
    const saved = createSavedStore(browserPlace);
    const { answers } = store.$now.get();
    const same = savedOf(saved, store.wizard).find((item) => item.answers === record.fragment);
    saveAnswers(saved, store.wizard, answers, record.date, same ?? null, record);
    const isStored = saved.$saved.get().problem === 'none';
    if (!isStored) saved.dropUnsaved();
    setSaid(t(isStored ? 'saved' : 'saveFailed'));
  };
  return (
    <>
      <button type="button" class="link" onClick={save}>
        {t('save')}
      </button>
      <p role="status">{said}</p>
    </>
  );
}
