import { useRef } from 'preact/hooks';
import {
  type Imported,
  importRecord,
  importSaved,
  mostBytes,
  openFile,
} from '../../stores/saved/saved-file.ts';
import type { SavedStore } from '../../stores/saved/saved-store.ts';
import type { Said } from './Notices.tsx';
import { t } from './saved-texts.ts';

interface Props {
  readonly store: SavedStore;
  readonly say: (said: Said) => void;
}

/** Opens a file from this site. What it holds is added; nothing that is saved here is changed. */
export function OpenFile({ store, say }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const open = async () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    say({ text: await opened(store, file) });
    // The same file can be chosen again.
    if (input.current) input.current.value = '';
  };
  return (
    <div class="open-file">
      <input
        ref={input}
        id="oppna-fil"
        type="file"
        class="hidden-text"
        accept=".json,.docx,.odt,application/json"
        aria-describedby="oppna-fil-hjalp"
        onChange={open}
      />
      <label class="button button-quiet" for="oppna-fil">
        {t('saved.open')}
      </label>
      <p class="hint" id="oppna-fil-hjalp">
        {t('saved.openHint')}
      </p>
    </div>
  );
}

/** What came of it, in words: what the file is, and what to do. */
async function opened(store: SavedStore, file: File): Promise<string> {
  const name = file.name.slice(0, 80);
  if (file.size > mostBytes) return t('saved.refused.too-large', { name });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return t('saved.refused.unreadable', { name });
  const read = openFile(new Uint8Array(bytes));
  if (read.kind === 'refused') return t(`saved.refused.${read.refused}`, { name });
  const done =
    read.kind === 'record' ? importRecord(store, read.record) : importSaved(store, read.saved);
  return outcomeText(name, done);
}

function outcomeText(name: string, { added, same, beside, unread }: Imported): string {
  const parts = [
    added > 0 && t('saved.imported.added', { n: added }),
    beside > 0 && t('saved.imported.beside', { n: beside }),
    same > 0 && t('saved.imported.same', { n: same }),
    unread > 0 && t('saved.imported.unread', { n: unread }),
    added + same + beside + unread === 0 && t('saved.imported.nothing'),
  ].filter(Boolean);
  return `${t('saved.imported', { name })} ${parts.join(' ')}`;
}
