import { useEffect, useState } from 'preact/hooks';
import { clearAnswers, loadAnswers, type Saved, saveAnswers } from '../../stores/saved-answers.ts';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { t } from '../texts.ts';

export interface KeepProps {
  readonly store: WizardStore;
  readonly isResult?: boolean;
}

/** Save in this browser (only when asked to), print. What happened is said aloud. */
export function Keep({ store, isResult = false }: KeepProps) {
  const [said, setSaid] = useState('');
  const [saved, setSaved] = useState<Saved>({ state: 'none' });
  const refresh = () => setSaved(loadAnswers(store.wizard));
  useEffect(refresh, []);

  const save = () => {
    const result = saveAnswers(store.wizard, store.$now.get().answers, today());
    const done = location.protocol === 'file:' ? 'savedOnDisk' : 'savedNow';
    setSaid(t(result === 'saved' ? done : 'saveFailed'));
    refresh();
  };
  const clear = () => {
    clearAnswers(store.wizard);
    setSaid(t('cleared'));
    refresh();
  };
  const fetchSaved = () => {
    if (saved.state === 'saved') store.restore({ answers: saved.answers, place: 'next' });
    setSaid(t('restored'));
  };

  const hasAnswers = Object.keys(store.$now.get().answers).length > 0;
  return (
    <div class="keep">
      <div class="actions">
        {isResult && (
          <button type="button" class="button" onClick={() => print()}>
            {t('print')}
          </button>
        )}
        {hasAnswers && (
          <button type="button" class={isResult ? 'button button-quiet' : 'link'} onClick={save}>
            {t('save')}
          </button>
        )}
        {saved.state === 'saved' && !hasAnswers && (
          <button type="button" class="link" onClick={fetchSaved}>
            {t('continueSaved', { date: saved.day })}
          </button>
        )}
        {saved.state !== 'none' && (
          <button type="button" class="link" onClick={clear}>
            {t('clear')}
          </button>
        )}
      </div>
      {saved.state === 'damaged' && <p>{t('savedDamaged')}</p>}
      <p role="status">{said}</p>
    </div>
  );
}

/** The reader's own date: it is shown back to them only. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
