import { useEffect, useState } from 'preact/hooks';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { loadPart } from '../load-part.ts';
import type { RecordParts } from './record-parts.ts';
import { isRecordOpen, pushRecord } from './record-place.ts';

/** Where the record stands: not asked for, on its way, not to be had, or here. */
export type RecordState = 'closed' | 'waiting' | 'failed' | RecordParts;

export interface RecordControl {
  readonly state: RecordState;
  open(): void;
  close(): void;
}

/**
 * Fetches the record's script when the record is asked for, and follows the browser's back button.
 *
 * @param ownsAddress Only then does the history say whether the record is open.
 */
export function useRecord(store: WizardStore, ownsAddress: boolean): RecordControl {
  const [state, setState] = useState<RecordState>('closed');
  const show = () => {
    setState('waiting');
    loadPart('record').then(setStateTo, () => setState('failed'));
  };
  // A component is a function: handed over as it is, the setter would call it.
  const setStateTo = (parts: RecordParts) => setState(() => parts);

  useEffect(() => {
    if (!ownsAddress) return;
    const follow = () => (isRecordOpen() ? show() : setState('closed'));
    if (isRecordOpen()) show();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  return {
    state,
    open: () => {
      if (store.$now.get().screen.kind !== 'result') store.goTo('result');
      if (ownsAddress && !isRecordOpen()) pushRecord();
      show();
    },
    close: () => (ownsAddress && isRecordOpen() ? history.back() : setState('closed')),
  };
}
