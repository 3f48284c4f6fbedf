import { planCsv } from './plan-csv.ts';
import { planIcs } from './plan-ics.ts';

// Fetched when the plan is to be taken as a table or a calendar.
globalThis.skdPlanExport = { csv: planCsv, ics: planIcs };
