import { openFile } from './Record/open-file.ts';
import { RecordScreen } from './Record/RecordScreen.tsx';
import { QrCode } from './Share/QrCode.tsx';

// The record and its form, fetched when asked for. Preact is the first script's: see src/site/scripts.ts.
globalThis.skdParts = { ...globalThis.skdParts, record: { RecordScreen, QrCode, openFile } };
