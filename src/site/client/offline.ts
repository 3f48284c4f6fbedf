/** "Save for offline" on the download page. Nothing is stored before the reader presses the button. */
import { fetchList, type OfflineList, removeCopy, saveCopy } from './save-copy.ts';
import { readPointer, type SavedCopy } from './saved-copy.ts';

/** Filled in by the bundler: the interface texts of this page. */
declare const OFFLINE_TEXTS: Readonly<Record<string, string>>;

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
  (OFFLINE_TEXTS[`offline.${key}`] ?? key).replace(
    /\{(\w+)\}/g,
    (_all, name) => values[name] ?? '',
  );
const base = new URL('../', (document.currentScript as HTMLScriptElement).src).href;
const root = document.querySelector<HTMLElement>('[data-offline]');

const size = (bytes: number) =>
  `${(bytes / 1_000_000).toLocaleString('sv', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0MB`;
const date = (day: string) =>
  new Date(day).toLocaleDateString('sv', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className = '') {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** The parts of the section, made once. */
function makeParts(where: HTMLElement) {
  const state = element('p');
  const actions = element('p', 'actions');
  const progress = element('progress');
  progress.hidden = true;
  progress.setAttribute('aria-label', say('progress'));
  const status = element('p');
  status.setAttribute('role', 'status');
  where.replaceChildren(state, actions, progress, status);
  return { state, actions, progress, status };
}

async function start(where: HTMLElement): Promise<void> {
  const parts = makeParts(where);
  const { state, actions, progress, status } = parts;
  let install: InstallPrompt | undefined;

  const button = (text: string, isQuiet: boolean, work: () => Promise<void>) => {
    const made = element('button', isQuiet ? 'button button-quiet' : 'button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', () => void work());
    actions.append(made);
  };

  const save = async (list: OfflineList) => {
    actions.replaceChildren();
    progress.max = list.bytes;
    progress.value = 0;
    progress.hidden = false;
    status.textContent = say('saving', { size: size(list.bytes) });
    let end = 'saved';
    try {
      await saveCopy(list, base, (bytes) => {
        progress.value = bytes;
      });
      // Asks the browser not to clear the copy by itself; it may say no.
      void navigator.storage?.persist?.().catch(() => false);
    } catch (fault) {
      const isFull = fault instanceof DOMException && fault.name === 'QuotaExceededError';
      end = isFull ? 'full' : 'failed';
    }
    progress.hidden = true;
    await show();
    status.textContent = say(end);
  };

  const remove = async () => {
    await removeCopy();
    await show();
    status.textContent = say('removed');
  };

  const show = async () => {
    const saved: SavedCopy | null = await readPointer().catch(() => null);
    const list = await fetchList(base).catch(() => null);
    actions.replaceChildren();
    const now = list ? { size: size(list.bytes), date: date(list.day) } : {};
    if (saved) {
      state.textContent = say('isSaved', { size: size(saved.bytes), date: date(saved.day) });
      if (list && list.version !== saved.version)
        button(say('update', now), false, () => save(list));
      button(say('remove'), true, remove);
    } else {
      state.textContent = say(list ? 'notSaved' : 'unavailable');
      if (list) button(say('save', now), false, () => save(list));
    }
    const prompt = install;
    if (prompt) {
      button(say('install'), true, async () => {
        install = undefined;
        await prompt.prompt();
        await show();
      });
    }
  };

  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    install = event as InstallPrompt;
    void show();
  });
  await show();
}

if (root) {
  const canSave = location.protocol !== 'file:' && 'serviceWorker' in navigator && isSecureContext;
  if (canSave) void start(root);
  else root.textContent = say('notHere');
}
