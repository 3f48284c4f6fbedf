import { useEffect, useRef } from 'preact/hooks';
import { asidePrefix } from '../../stores/saved/place.ts';
import type { SavedState, SavedStore } from '../../stores/saved/saved-store.ts';
import { download } from '../Record/download.ts';
import { t } from './saved-texts.ts';

export interface Said {
  readonly text: string;
  /** Takes back what was done. */
  readonly undo?: () => void;
}

interface SayProps {
  readonly said: Said | null;
  readonly onUndo: () => void;
}

/** What just happened, said aloud, with a way back. */
export function Say({ said, onUndo }: SayProps) {
  const button = useRef<HTMLButtonElement>(null);
  const hasUndo = said?.undo !== undefined;
  // What had the focus may be gone: the way back is where the reader goes on.
  useEffect(() => {
    if (hasUndo && !document.activeElement?.matches('input, textarea')) button.current?.focus();
  }, [said]);
  return (
    <div class="saved-said" data-said={said ? '' : undefined}>
      <p role="status">{said?.text}</p>
      {hasUndo && (
        <button ref={button} type="button" class="link" onClick={onUndo}>
          {t('saved.undo')}
        </button>
      )}
    </div>
  );
}

interface NoticesProps {
  readonly state: SavedState;
  readonly store: SavedStore;
  readonly onExport: () => void;
  readonly say: (said: Said) => void;
}

/** What the reader has to know before relying on what is saved here. */
export function Notices({ state, store, onExport, say }: NoticesProps) {
  return (
    <>
      {location.protocol === 'file:' && <DiskNotice />}
      {state.problem !== 'none' && (
        <div class="notice" role="alert">
          <h2>{t(`saved.problem.${state.problem}`)}</h2>
          <p>{t(`saved.problem.${state.problem}Do`)}</p>
          <p>
            <button type="button" class="button" onClick={onExport}>
              {t('saved.export')}
            </button>
          </p>
        </div>
      )}
      <DamagedNotice {...{ state, store, say }} />
    </>
  );
}

/** Opened from disk, what is saved is less private, and in Firefox less shared, than on a web site. */
function DiskNotice() {
  const isApart = navigator.userAgent.includes('Firefox');
  return (
    <div class="notice">
      <h2>{t('saved.disk')}</h2>
      <p>{t(isApart ? 'saved.diskApart' : 'saved.diskShared')}</p>
    </div>
  );
}

/** What could not be read is never thrown away unseen. */
function DamagedNotice({ state, store, say }: Omit<NoticesProps, 'onExport'>) {
  if (state.damaged.length === 0) return null;
  const nameOf = (key: string) =>
    key.startsWith(asidePrefix) ? key.slice(asidePrefix.length) : key.slice('skd:'.length);
  return (
    <div class="notice">
      <h2>{t('saved.damaged')}</h2>
      <p>{t('saved.damagedDo')}</p>
      <ul class="damaged">
        {state.damaged.map(({ key, text }) => (
          <li key={key}>
            <code>{nameOf(key)}</code>
            <button
              type="button"
              class="link"
              onClick={() => download(`${key.replace(/[^\w-]+/g, '-')}.txt`, text, 'text/plain')}
            >
              {t('saved.damagedTake')}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => {
                const undo = store.removeDamaged(key);
                say({
                  text: t('saved.damagedGone', { name: nameOf(key) }),
                  undo: () => store.undo(undo),
                });
              }}
            >
              {t('saved.remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
