import { announce, say } from './texts.ts';

/** What is read, in the order of the page. Notes, sources and boxes to tick are not. */
const readable = 'h1, h2, h3, h4, p, li, dt, dd, blockquote, th, td, figcaption';
const silent = '.meta, .cite, .sources, .to-heading, .related, nav, [aria-hidden=true], [hidden]';

/**
 * Shows the button that reads the page aloud where the browser has a Swedish voice of its own. Voices
 * from the network are left alone: they send the text to somebody.
 */
export function offerReading(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-read]');
  if (!button || !('speechSynthesis' in window)) return;
  const look = () => {
    const voice = swedishVoice();
    if (!voice || button.dataset['read'] === 'ready') return;
    button.dataset['read'] = 'ready';
    new Reading(button, voice);
  };
  look();
  speechSynthesis.addEventListener?.('voiceschanged', look);
}

function swedishVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && /^sv\b|^sv[-_]/i.test(lang));
}

/** One reading of the page: a button that starts, pauses and goes on, and one that stops. */
class Reading {
  private readonly button: HTMLButtonElement;
  private readonly voice: SpeechSynthesisVoice;
  private readonly stopButton = document.createElement('button');
  private parts: HTMLElement[] = [];
  private at = 0;
  /** Counts the readings: what an earlier one says at its end is not heard. */
  private turn = 0;

  constructor(button: HTMLButtonElement, voice: SpeechSynthesisVoice) {
    this.button = button;
    this.voice = voice;
    this.stopButton.type = 'button';
    this.stopButton.className = 'link';
    this.stopButton.textContent = say('stop');
    this.stopButton.hidden = true;
    button.after(this.stopButton);
    button.addEventListener('click', () => this.press());
    this.stopButton.addEventListener('click', () => {
      this.stop();
      button.focus();
    });
    addEventListener('pagehide', () => this.stop());
  }

  private press(): void {
    if (this.stopButton.hidden) this.start();
    else if (speechSynthesis.paused) {
      speechSynthesis.resume();
      this.label('pause');
    } else {
      speechSynthesis.pause();
      this.label('resume');
    }
  }

  private start(): void {
    const main = document.querySelector('main article') ?? document.body;
    this.parts = [...main.querySelectorAll<HTMLElement>(readable)].filter(
      (part) =>
        part.checkVisibility() &&
        !part.closest(silent) &&
        !part.parentElement?.closest('li, td, th, dd'),
    );
    this.at = 0;
    this.stopButton.hidden = false;
    this.label('pause');
    speechSynthesis.cancel();
    this.turn += 1;
    this.next();
  }

  private next(): void {
    const part = this.parts[this.at];
    this.parts[this.at - 1]?.classList.remove('being-read');
    if (!part) {
      this.stop();
      announce(say('done'));
      return;
    }
    const utterance = new SpeechSynthesisUtterance(textOf(part));
    utterance.voice = this.voice;
    utterance.lang = this.voice.lang;
    const { turn } = this;
    const goOn = () => {
      if (turn !== this.turn) return;
      this.at += 1;
      this.next();
    };
    utterance.onend = goOn;
    utterance.onerror = goOn;
    part.classList.add('being-read');
    speechSynthesis.speak(utterance);
  }

  private stop(): void {
    this.turn += 1;
    speechSynthesis.cancel();
    speechSynthesis.resume();
    for (const part of this.parts) part.classList.remove('being-read');
    this.stopButton.hidden = true;
    this.label('start');
  }

  private label(key: 'start' | 'pause' | 'resume'): void {
    this.button.textContent = say(key);
  }
}

/** The words of a part, without the numbers of its sources. */
function textOf(part: HTMLElement): string {
  const copy = part.cloneNode(true) as HTMLElement;
  for (const quiet of copy.querySelectorAll(silent)) quiet.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
