import { planCsv } from '../export/plan-csv.ts';
import { planIcs } from '../export/plan-ics.ts';

// Tables and calendars, fetched when one is asked for: see load-part.ts.
globalThis.skdParts = { ...globalThis.skdParts, plan: { csv: planCsv, ics: planIcs } };
