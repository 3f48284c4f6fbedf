import { writeDocx } from '../export/docx.ts';

// Word files, fetched when one is asked for: see load-part.ts.
globalThis.skdParts = { ...globalThis.skdParts, docx: { writeDocx } };
