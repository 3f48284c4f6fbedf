import { type DecodedAnswers, decodeAnswers } from '../encode.ts';
import type { RawMigration } from '../raw-wizard.ts';
import { readAnswer } from '../read-answer.ts';
import type { Answer, Answers, QuestionId, Wizard } from '../types.ts';
import { type ArchivedVersion, asWizard, retypeAnswer } from './archive.ts';
import { type DecisionBefore, decideBefore } from './logic.ts';

export type Migration = RawMigration;

/** An answer from an older link that was changed or has to be given again, and why. */
export interface MigrationNote {
  /** Id in the current version, or the old one when the question is gone. */
  readonly question: QuestionId;
  /** `kept`: moved over. `ask`: has to be answered again. `gone`: no longer asked. */
  readonly what: 'kept' | 'ask' | 'gone';
  readonly reason: string;
}

export interface OpenedLink extends DecodedAnswers {
  readonly notes: readonly MigrationNote[];
  /** What the answers led to in their own version; `null` if that is not known, or was still open. */
  readonly before: DecisionBefore | null;
}

/** What is needed to open links of older versions. */
export interface History {
  readonly versions: readonly Pick<ArchivedVersion, 'version' | 'questions' | 'logic'>[];
  readonly migrations: readonly Migration[];
}

/**
 * Read an address of any published version. One of the current version, or of one we do not know,
 * is read as `decodeAnswers()` does. Never throws.
 */
export function openLink(wizard: Wizard, history: History, fragment: string): OpenedLink {
  const now = decodeAnswers(wizard, fragment);
  const old = history.versions.find(({ version }) => version === now.version);
  if (!old || old.version >= wizard.version) return { ...now, notes: [], before: null };
  const { answers, problems } = decodeAnswers(asWizard(wizard, old), fragment);
  const migrated = migrateAnswers(wizard, history.migrations, answers, old.version);
  return {
    ...migrated,
    version: old.version,
    problems: [...problems, ...migrated.problems],
    before: old.logic ? decideBefore(wizard, old.logic, answers) : null,
  };
}

/** Carry the answers of an older version over to the current one. */
export function migrateAnswers(
  wizard: Wizard,
  migrations: readonly Migration[],
  given: Answers,
  from: number,
): Pick<OpenedLink, 'answers' | 'notes' | 'problems'> {
  let answers = new Map<QuestionId, Answer>(Object.entries(given));
  const notes: MigrationNote[] = [];
  const due = migrations
    .filter(({ to }) => to > from && to <= wizard.version)
    .toSorted((a, b) => a.to - b.to);
  for (const migration of due) {
    const answer = answers.get(migration.question);
    if (answer === undefined) continue;
    const step = applyMigration(wizard, migration, answer);
    const rest = [...answers].filter(([id]) => id !== migration.question);
    answers = new Map(step.answer === undefined ? rest : [...rest, [step.question, step.answer]]);
    if (step.what)
      notes.push({ question: step.question, what: step.what, reason: migration.reason });
  }
  return { ...takeAllowed(wizard, answers), notes };
}

interface Applied {
  readonly question: QuestionId;
  readonly answer: Answer | undefined;
  /** `null` when the answer is as it was. */
  readonly what: MigrationNote['what'] | null;
}

function applyMigration(wizard: Wizard, migration: Migration, answer: Answer): Applied {
  const { question, rename, drop, askAgain, retype, split } = migration;
  if (rename !== undefined) return { question: rename, answer, what: 'kept' };
  if (drop) return { question, answer: undefined, what: 'gone' };
  if (askAgain) return { question, answer: undefined, what: 'ask' };
  if (retype) {
    const kind = wizard.questions.find(({ id }) => id === question)?.kind ?? 'single';
    const kept = retypeAnswer(kind, answer);
    return { question, answer: kept, what: kept === undefined ? 'ask' : 'kept' };
  }
  const chosen = [answer].flat();
  if (split) {
    const isSplit = chosen.some((id) => Object.hasOwn(split, String(id)));
    return { question, answer: isSplit ? undefined : answer, what: isSplit ? 'ask' : null };
  }
  const moved = [...new Set(chosen.map((id) => newOption(migration, id)))];
  const isSame = moved.join() === chosen.join();
  const kept = typeof answer === 'object' ? moved.map(String) : (moved[0] ?? answer);
  return { question, answer: kept, what: isSame ? null : 'kept' };
}

function newOption({ map = {}, merge = {} }: Migration, id: string | number): string | number {
  const own = String(id);
  if (Object.hasOwn(map, own)) return map[own] ?? id;
  return Object.entries(merge).find(([, old]) => old.includes(own))?.[0] ?? id;
}

/** Only what the current version takes; the rest is reported as an address reports it. */
function takeAllowed(wizard: Wizard, answers: ReadonlyMap<QuestionId, Answer>) {
  const problems: DecodedAnswers['problems'][number][] = [];
  const taken = [...answers].flatMap(([id, value]) => {
    const question = wizard.questions.find((each) => each.id === id);
    const read = question && readAnswer(question, value);
    if (read?.answer !== undefined) return [[id, read.answer] as const];
    const reason = read?.reason ?? 'unknown-question';
    problems.push({ key: id.slice(0, 40), value: String(value).slice(0, 40), reason });
    return [];
  });
  return { answers: Object.fromEntries(taken), problems };
}
