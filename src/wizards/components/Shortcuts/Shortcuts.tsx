import { useEffect, useState } from 'preact/hooks';
import type { QuestionId } from '../../engine/types.ts';
import { readKept, writeKept } from '../../stores/kept.ts';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { t } from '../texts.ts';

interface Props {
  readonly store: WizardStore;
  readonly asked: QuestionId;
}

const key = 'skd:keys';

/**
 * Single keys that answer: 1–9 choose an option, Enter on the heading goes on. They work only while
 * focus is inside the question and can be turned off (WCAG 2.1.4), and say so where there is room.
 */
export function Shortcuts({ store, asked }: Props) {
  const [isOn, setIsOn] = useState(true);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setIsOn(isKeptOn()), []);
  useEffect(() => {
    const guide = place?.closest<HTMLElement>('.guide');
    if (!guide) return;
    guide.toggleAttribute('data-keys', isOn);
    if (!isOn) return;
    guide.addEventListener('keydown', press);
    return () => guide.removeEventListener('keydown', press);
  }, [isOn, place]);
  const toggle = () => {
    setIsOn(!isOn);
    try {
      writeKept(key, isOn ? 'off' : 'on');
    } catch {
      // Storage is blocked: the choice lasts for this page only.
    }
  };
  const question = store.wizard.questions.find(({ id }) => id === asked);
  const count = question && question.kind !== 'number' ? Math.min(9, question.options.length) : 0;
  return (
    <p ref={setPlace} class="keys" hidden={count === 0}>
      {isOn ? t('keysOn', { numbers: `1–${count}` }) : t('keysOffNow')}{' '}
      <button type="button" class="link" onClick={toggle}>
        {t(isOn ? 'keysTurnOff' : 'keysTurnOn')}
      </button>
    </p>
  );
}

function isKeptOn(): boolean {
  try {
    return readKept(key) !== 'off';
  } catch {
    return true;
  }
}

function press(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const form = target.closest<HTMLFormElement>('.question');
  if (!form || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Enter' && target.matches('[data-heading]')) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const input = form.querySelectorAll<HTMLInputElement>('.option input')[Number(event.key) - 1];
  if (!/^[1-9]$/.test(event.key) || !input) return;
  event.preventDefault();
  input.focus();
  input.click();
}
