import { useEffect, useMemo, useState } from 'preact/hooks';
import { encodeAnswers } from '../../engine/encode.ts';
import { readRecordValue } from '../../export/read-record.ts';
import { draftOf } from '../../export/record-draft.ts';
import { keepDraft } from '../../stores/draft-store.ts';
import { browserPlace } from '../../stores/saved/place.ts';
import { createSavedStore, type Saved } from '../../stores/saved/saved-store.ts';
import { saveAnswers, savedOf } from '../../stores/saved-answers.ts';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { restoreSaved } from '../opened.ts';
import { t } from '../texts.ts';
import { useStore } from '../use-store.ts';

export interface KeepProps {
  readonly store: WizardStore;
  readonly isResult?: boolean;
}

/** Save in this browser (only when asked to), print. What happened is said aloud. */
export function Keep({ store, isResult = false }: KeepProps) {
  const { wizard } = store;
  const saved = useMemo(() => createSavedStore(browserPlace), []);
  const { damaged } = useStore(saved.$saved);
  const [said, setSaid] = useState('');
  const [isChoosing, setIsChoosing] = useState(false);
  const [undo, setUndo] = useState<(() => void) | null>(null);
  useEffect(() => {
    addEventListener('storage', saved.refresh);
    return () => removeEventListener('storage', saved.refresh);
  }, []);

  // The reader goes on where the choice is.
  useEffect(() => {
    if (isChoosing) document.querySelector<HTMLElement>('.keep [role=group] button')?.focus();
  }, [isChoosing]);

  const items = savedOf(saved, wizard);
  const { answers } = store.$now.get();
  const hasAnswers = Object.keys(answers).length > 0;
  const isDamaged = damaged.some(({ key }) => key.startsWith(`skd:guide:${wizard.id}`));

  const saveOver = (over: Saved | null) => {
    setIsChoosing(false);
    setUndo(null);
    saveAnswers(saved, wizard, answers, today(), over);
    const isStored = saved.$saved.get().problem === 'none';
    if (!isStored) saved.dropUnsaved();
    const done = location.protocol === 'file:' ? 'savedOnDisk' : 'savedNow';
    setSaid(t(isStored ? done : 'saveFailed'));
  };
  const save = () => {
    const same = items.find((item) => item.answers === encodeAnswers(wizard, answers));
    if (same || items.length === 0) saveOver(same ?? null);
    else setIsChoosing(true);
  };
  const clear = (item: Saved) => {
    const taken = saved.removeItem(item.id);
    setSaid(t('cleared'));
    setUndo(() => () => {
      saved.undo(taken);
      setUndo(null);
      setSaid(t('clearUndone'));
    });
  };
  const fetchSaved = (item: Saved) => {
    const read = item.record === null ? null : readRecordValue(item.record);
    if (read && 'record' in read) keepDraft(wizard.id, draftOf(read.record));
    // Of an earlier version: what has changed since is told.
    restoreSaved(store, item.answers);
    setSaid(t('restored'));
  };
  const overview = overviewAddress();

  return (
    <div class="keep">
      <div class="actions">
        {isResult && (
          <button type="button" class="button button-quiet" onClick={() => print()}>
            {t('print')}
          </button>
        )}
        {hasAnswers && (
          <button type="button" class={isResult ? 'button button-quiet' : 'link'} onClick={save}>
            {t('save')}
          </button>
        )}
        {!hasAnswers &&
          items.map((item) => (
            <button key={item.id} type="button" class="link" onClick={() => fetchSaved(item)}>
              {t('continueSaved', { date: dateText(item.day) })}
              {item.name && ` (${item.name})`}
            </button>
          ))}
        {items.length === 1 && items[0] && (
          <button type="button" class="link" onClick={() => clear(items[0] as Saved)}>
            {t('clear')}
          </button>
        )}
      </div>
      {isChoosing && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset draws its legend across the frame.
        <div class="notice" role="group" aria-label={t('saveWhere')}>
          <p>{t('saveWhere')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => saveOver(null)}>
              {t('saveBeside')}
            </button>
            {items.map((item) => (
              <button
                key={item.id}
                type="button"
                class="button button-quiet"
                onClick={() => saveOver(item)}
              >
                {t('saveOver', { name: item.name || wizard.title, date: dateText(item.day) })}
              </button>
            ))}
            <button type="button" class="link" onClick={() => setIsChoosing(false)}>
              {t('saveNot')}
            </button>
          </div>
        </div>
      )}
      {isDamaged && <p>{t('savedDamaged')}</p>}
      <p role="status">{said}</p>
      {items.length > 0 && overview && (
        <p>
          <a class="keep-overview" href={overview}>
            {t('overview')}
          </a>
        </p>
      )}
      {undo && (
        <button type="button" class="link" onClick={undo}>
          {t('clearUndo')}
        </button>
      )}
    </div>
  );
}

/** Where everything saved is listed; `null` when that page has another storage than this one. */
function overviewAddress(): string | null {
  const link = document.querySelector<HTMLAnchorElement>('a[href*="mina-beslut"]');
  return link?.protocol === location.protocol ? link.href : null;
}

function dateText(day: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** The reader's own date: it is shown back to them only. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
