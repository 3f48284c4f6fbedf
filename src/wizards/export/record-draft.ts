import {
  type CaseFields,
  type ConsequenceId,
  consequenceIds,
  type DecisionRecord,
  type IsoDay,
  isIsoDay,
} from './decision-record.ts';
import { mapOf, objectOf, text, textThat } from './shapes.ts';

/** What a person writes for a record, beside the answers. Free text: never in an address. */
export interface RecordDraft {
  readonly date: IsoDay;
  readonly decisionDate: IsoDay;
  /** By field. `title` and `proposal` that are not there are made from the result. */
  readonly fields: Readonly<Partial<Record<DraftField, string>>>;
  /** Own reasons by question id. */
  readonly notes: Readonly<Record<string, string>>;
}

export type DraftField = 'title' | keyof CaseFields | ConsequenceId;

const fieldNames: readonly DraftField[] = [
  'title',
  'number',
  'board',
  'officer',
  'proposal',
  'background',
  ...consequenceIds,
];

/** A record that nobody has written in. */
export function emptyDraft(today: IsoDay): RecordDraft {
  return { date: today, decisionDate: today, fields: {}, notes: {} };
}

/** What was written in a record that is opened again. */
export function draftOf(record: DecisionRecord): RecordDraft {
  const { date, decisionDate, title, notes } = record;
  const fields = { title, ...record.case, ...record.consequences };
  return { date, decisionDate, fields, notes };
}

const day = textThat(isIsoDay);
const readDraft = objectOf<RecordDraft>({
  date: day,
  decisionDate: day,
  fields: mapOf(text),
  notes: mapOf(text),
});

/** A draft out of storage; anything that is none gives `null`. */
export function parseDraft(json: string): RecordDraft | null {
  try {
    const draft = readDraft(JSON.parse(json));
    const known = Object.entries(draft.fields).filter(([name]) =>
      (fieldNames as readonly string[]).includes(name),
    );
    return { ...draft, fields: Object.fromEntries(known) };
  } catch {
    return null;
  }
}
