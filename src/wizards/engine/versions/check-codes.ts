import { error } from '../check/findings.ts';
import { optionsOf } from '../options.ts';
import type { Finding, Question, Wizard } from '../types.ts';
import type { ArchivedQuestion, ArchivedVersion } from './archive.ts';
import type { Migration } from './migrate.ts';

const KEEP = 'Keep id and code, or add a migration that says what becomes of the answers, and why.';
const FRESH =
  'Give it a code that was never used: links with the old one would mean something else.';

/** Codes of a published version: none means something else now, and none is gone without a word. */
export function checkCodes(
  wizard: Wizard,
  migrations: readonly Migration[],
  { version, questions }: ArchivedVersion,
): readonly Finding[] {
  const versions = { version, wizardVersion: wizard.version };
  const later = migrations.filter(({ to }) => to > version);
  return questions.flatMap((archived) => {
    const id = newName(archived.id, later);
    const at = wizard.questions.findIndex((question) => question.id === id);
    const question = wizard.questions[at];
    const taker = wizard.questions.findIndex(({ code }) => code === archived.code);
    const findings: Finding[] = [];
    if (taker >= 0 && wizard.questions[taker]?.id !== id) {
      const message = `question "${wizard.questions[taker]?.id}" has the code "${archived.code}", which was that of "${archived.id}" in version ${version}.`;
      findings.push(error('code-reused', ['questions', taker, 'code'], message, FRESH));
    }
    const isDropped = later.some((change) => change.question === archived.id && change.drop);
    if (!question) {
      if (isDropped) return findings;
      const message = `question "${archived.id}" (code "${archived.code}") of version ${version} is gone.`;
      return [...findings, error('code-dropped', ['questions'], message, KEEP)];
    }
    const isRenamed = id !== archived.id;
    if (question.code !== archived.code && !isRenamed && version === wizard.version) {
      const message = `question "${id}" had the code "${archived.code}" and now has "${question.code}".`;
      findings.push(error('code-dropped', ['questions', at, 'code'], message, KEEP));
    }
    return [...findings, ...checkOptions(question, at, archived, versions, later)];
  });
}

function checkOptions(
  question: Question,
  at: number,
  archived: ArchivedQuestion,
  { version, wizardVersion }: { readonly version: number; readonly wizardVersion: number },
  later: readonly Migration[],
): readonly Finding[] {
  const options = optionsOf(question);
  const path = ['questions', at, 'options'];
  const own = later.filter((change) => [archived.id, question.id].includes(change.question));
  if (own.some(({ retype, askAgain, drop }) => retype || askAgain || drop)) return [];
  return Object.entries(archived.options).flatMap(([code, old]) => {
    const id = newOption(old, own);
    const taker = options.find((option) => option.code === code);
    const name = `question "${question.id}" option`;
    const findings: Finding[] = [];
    if (taker && taker.id !== id) {
      const message = `${name} "${taker.id}" has the code "${code}", which was that of "${old}" in version ${version}.`;
      findings.push(error('code-reused', path, message, FRESH));
    }
    const now = id === null ? undefined : options.find((option) => option.id === id);
    if (id !== null && !now) {
      const message = `${name} "${old}" (code "${code}") of version ${version} is gone.`;
      findings.push(error('code-dropped', path, message, KEEP));
    } else if (now && now.code !== code && version === wizardVersion) {
      const message = `${name} "${old}" had the code "${code}" and now has "${now.code}".`;
      findings.push(error('code-dropped', path, message, KEEP));
    }
    return findings;
  });
}

/** What a question of an older version is called now. */
function newName(id: string, later: readonly Migration[]): string {
  return later
    .toSorted((a, b) => a.to - b.to)
    .reduce((name, { question, rename }) => (question === name ? (rename ?? name) : name), id);
}

/** What an option of an older version is called now; `null` when the reader has to choose again. */
function newOption(id: string, own: readonly Migration[]): string | null {
  return own
    .toSorted((a, b) => a.to - b.to)
    .reduce<string | null>((name, { map = {}, merge = {}, split = {} }) => {
      if (name === null || Object.hasOwn(split, name)) return null;
      if (Object.hasOwn(map, name)) return map[name] ?? name;
      return Object.entries(merge).find(([, old]) => old.includes(name))?.[0] ?? name;
    }, id);
}
