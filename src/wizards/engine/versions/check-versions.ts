import { error, type Path, quote } from '../check/findings.ts';
import { collectAdvice } from '../collect-advice.ts';
import { decide } from '../decide.ts';
import { resolvePosition } from '../resolve-position.ts';
import type { Finding, Wizard } from '../types.ts';
import type { Archive, ArchivedLink, ArchivedVersion } from './archive.ts';
import { checkCodes } from './check-codes.ts';
import { type History, type Migration, openLink } from './migrate.ts';

/**
 * What was published stays: no code is given a new meaning or left without a word, and every
 * archived link opens.
 *
 * @param isSound Links are opened only in a sound definition: in another the rest would be noise.
 */
export function checkVersions(
  wizard: Wizard,
  migrations: readonly Migration[],
  archive: Archive | undefined,
  isSound: boolean,
): readonly Finding[] {
  if (!archive) return checkMigrations(wizard, migrations, []);
  const history: History = { versions: archive.versions, migrations };
  return [
    ...checkMigrations(wizard, migrations, archive.versions),
    ...archive.versions.flatMap((version) => [
      ...checkCodes(wizard, migrations, version),
      ...(isSound ? checkLinks(wizard, history, version) : []),
    ]),
  ];
}

/** Migrations name what there was, and lead to what there is. */
function checkMigrations(
  wizard: Wizard,
  migrations: readonly Migration[],
  versions: readonly ArchivedVersion[],
): readonly Finding[] {
  const known = new Set([
    ...versions.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...migrations.flatMap(({ rename }) => rename ?? []),
  ]);
  const now = wizard.questions.map(({ id }) => id);
  return migrations.flatMap(({ to, question, rename }, at) => {
    const path: Path = ['migrations', at];
    const fault = (message: string, hint: string) => [error('migration', path, message, hint)];
    if (to > wizard.version)
      return fault(
        `migration ${at + 1} leads to version ${to}, but this is version ${wizard.version}.`,
        'Raise `version`, or mend `to`.',
      );
    if (!known.has(question))
      return fault(
        `migration ${at + 1} is about "${question}", which no published version asks.`,
        'Name the question as it was called before.',
      );
    const isLater = migrations.some((other) => other.question === rename && other.to > to);
    if (rename === undefined || now.includes(rename) || isLater) return [];
    return fault(
      `migration ${at + 1} renames "${question}" to "${rename}", which is not asked.`,
      'Name the question as it is called now.',
    );
  });
}

function checkLinks(
  wizard: Wizard,
  history: History,
  { version, links }: ArchivedVersion,
): readonly Finding[] {
  const check = version === wizard.version ? changedResult : lostAnswers;
  const faults = links.flatMap((link) => check(wizard, history, link) ?? []);
  const [first] = faults;
  if (!first) return [];
  const more = faults.length > 1 ? ` So do ${faults.length - 1} more.` : '';
  return [{ ...first, message: first.message + more }];
}

/** A link of the version we have leads where it led when it was published. */
function changedResult(wizard: Wizard, history: History, archived: ArchivedLink): Finding | null {
  const { answers, problems } = openLink(wizard, history, archived.link);
  const { path, current } = resolvePosition(wizard, answers);
  const decision = current ? null : decide(wizard, path);
  const advice = current ? [] : collectAdvice(wizard, path);
  const outcomes = decision?.outcomes.map(({ id }) => id) ?? [];
  const rules = decision?.reasons.map(({ rule }) => rule.id) ?? [];
  const now = [outcomes, rules, advice.map(({ id }) => id)].map((ids) => quote(ids));
  const then = [archived.outcomes, archived.rules, archived.advice].map((ids) => quote(ids));
  if (!problems.length && now.join('|') === then.join('|')) return null;
  const at = now.findIndex((ids, index) => ids !== then[index]);
  const what = ['outcome', 'rule', 'advice'][at] ?? 'answers';
  const message = `the published link "${archived.link}" led to the ${what} ${then[at] || 'none'}, and now to ${now[at] || 'none'}.`;
  const hint =
    'Raise `version` if this is meant, then run `npm run wizards -- archive`. Before a first publication only run it.';
  return error('link-changed', ['version'], message, hint);
}

/** A link of an older version opens, and what does not come along is accounted for. */
function lostAnswers(wizard: Wizard, history: History, { link }: ArchivedLink): Finding | null {
  const { problems } = openLink(wizard, history, link);
  const [first] = problems;
  if (!first) return null;
  const message = `the published link "${link}" can no longer be read: "${first.key}" (${first.reason}).`;
  const hint = 'Add a migration that says what becomes of the answer, and why.';
  return error('link-lost', ['migrations'], message, hint);
}
