import { useEffect, useState } from 'preact/hooks';
import { writeSavedFile } from '../../stores/saved/saved-file.ts';
import type { SavedStore } from '../../stores/saved/saved-store.ts';
import { download } from '../Record/download.ts';
import { useStore } from '../use-store.ts';
import { Notices, type Said, Say } from './Notices.tsx';
import { OpenFile } from './OpenFile.tsx';
import type { Catalog, Guides } from './page-parts.ts';
import { SavedCard } from './SavedCard.tsx';
import { t, today } from './saved-texts.ts';

export interface SavedPageProps {
  readonly store: SavedStore;
  readonly guides: Guides;
  readonly catalog: Catalog;
}

/** Mina beslut: everything saved in this browser, and the ways in and out of it. */
export function SavedPage({ store, guides, catalog }: SavedPageProps) {
  const state = useStore(store.$saved);
  const data = useStore(guides.$guides);
  const [said, say] = useState<Said | null>(null);
  useEffect(() => guides.want(state.items.map(({ guide }) => guide)), [state.items]);

  const isEmpty = state.items.length + state.own.length + state.damaged.length === 0;
  const exportAll = () => {
    download(
      `skoldigistod-sparat-${today()}.json`,
      writeSavedFile(state, today()),
      'application/json',
    );
    say({ text: t('saved.exported') });
  };
  const removeAll = () => {
    const undo = store.removeAll();
    say({ text: t('saved.allGone'), undo: () => store.undo(undo) });
  };
  const takeBack = () => {
    said?.undo?.();
    say({ text: t('saved.undone') });
  };
  return (
    <>
      <Notices {...{ state, store, say }} onExport={exportAll} />
      <Say said={said} onUndo={takeBack} />
      {isEmpty ? (
        <p class="saved-empty">{t('saved.empty')}</p>
      ) : (
        <ul class="saved-list">
          {state.items.map((item) => (
            <SavedCard
              key={item.id}
              {...{ item, store, catalog, say }}
              guide={data.get(item.guide)}
            />
          ))}
        </ul>
      )}
      {state.own.length > 0 && <p>{t('saved.own', { n: state.own.length })}</p>}
      <section class="saved-files" aria-labelledby="filer">
        <h2 id="filer">{t('saved.files')}</h2>
        <p>{t('saved.filesText')}</p>
        <div class="actions">
          {!isEmpty && (
            <button type="button" class="button" onClick={exportAll}>
              {t('saved.export')}
            </button>
          )}
          {!isEmpty && (
            <button type="button" class="button button-quiet" onClick={removeAll}>
              {t('saved.removeAll')}
            </button>
          )}
        </div>
        <OpenFile {...{ store, say }} />
      </section>
    </>
  );
}
