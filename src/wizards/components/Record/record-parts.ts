import type { FunctionComponent } from 'preact';
import type { QrCodeProps } from '../Share/QrCode.tsx';
import type { OpenedFile } from './open-file.ts';
import type { RecordScreenProps } from './RecordScreen.tsx';

/** What the script of the record brings. */
export interface RecordParts {
  readonly RecordScreen: FunctionComponent<RecordScreenProps>;
  readonly QrCode: FunctionComponent<QrCodeProps>;
  /** Reads a file that somebody chose. Never throws: a file that is not taken gives a text that says why. */
  openFile(file: Blob): Promise<OpenedFile>;
}
