/**
 * Whether the record is shown is kept in the history entry, not in the address: the browser's back
 * button leads from it to the result, and a link to the result stays a link to the result.
 */
interface HistoryState {
  readonly skdRecord?: boolean;
}

const state = () => history.state as HistoryState | null;

export const isRecordOpen = (): boolean => state()?.skdRecord === true;

/** A new entry, so that going back closes the record. */
export function pushRecord(): void {
  history.pushState({ ...state(), skdRecord: true }, '');
}

/** This entry shows the record. */
export function rememberRecordOpen(): void {
  history.replaceState({ ...state(), skdRecord: true }, '');
}
