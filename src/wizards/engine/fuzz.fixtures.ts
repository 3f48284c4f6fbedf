import { decodeAnswers, encodeAnswers } from './encode.ts';
import { evaluate } from './evaluate.ts';
import { oneOf, type Random, randomWizard, seeded } from './random.fixtures.ts';
import type { Wizard } from './types.ts';
import { type History, type Migration, openLink } from './versions/migrate.ts';
import { archiveVersion } from './versions/sample-links.ts';
import { login } from './wizards.fixtures.ts';

const JUNK = [
  '%',
  '%00',
  '&',
  '=',
  '.',
  '?',
  '#',
  'v=',
  '__proto__',
  'constructor=1',
  '🙂',
  '\0',
  '9'.repeat(40),
  '-',
  'e',
  '+',
  ';',
  '%zz',
  '..',
  'null',
  '1e9',
  'NaN',
];

/** A text with one to four damages: something put in, taken out, exchanged, doubled or cut off. */
export function damageText(given: string, random: Random): string {
  let text = given;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const at = Math.floor(random() * (text.length + 1));
    const kind = random();
    if (kind < 0.3) text = text.slice(0, at) + oneOf(random, JUNK) + text.slice(at);
    else if (kind < 0.5) text = text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 5));
    else if (kind < 0.7)
      text =
        text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0xffff)) + text.slice(at + 1);
    else if (kind < 0.85) text = `${text}&${text}`;
    else text = text.slice(0, at);
  }
  return text;
}

interface Target {
  readonly wizard: Wizard;
  readonly history: History;
  readonly links: readonly string[];
}

/** A guide with its own links, and the same guide one version later with a migration of each kind. */
function targetsOf(wizard: Wizard): readonly Target[] {
  const { links, ...version } = archiveVersion(wizard);
  const own = links.map(({ link }) => link);
  const history: History = {
    versions: [version],
    migrations: wizard.questions.map((question, at) => migrationOf(wizard, question.id, at)),
  };
  const next = { ...wizard, version: wizard.version + 1 };
  return [
    { wizard, history, links: own },
    { wizard: next, history, links: own },
  ];
}

function migrationOf({ version }: Wizard, question: string, at: number): Migration {
  const base = { to: version + 1, question, reason: 'Frågan är en annan.' };
  const kinds: readonly Partial<Migration>[] = [
    { retype: true },
    { map: { a: 'b', constructor: 'a' } },
    { split: { b: ['a', 'c'] } },
    { askAgain: true },
    { merge: { a: ['b', 'c'] } },
    { rename: 'q0' },
    { drop: true },
  ];
  return { ...base, ...kinds[at % kinds.length] };
}

/**
 * Open damaged links of several guides and of their next versions.
 *
 * @returns How many were opened.
 * @throws Error for an exception or a state that cannot be, with the link.
 */
export function fuzzLinks(count: number, seed: number): number {
  const random = seeded(seed);
  const guides = [login, ...Array.from({ length: 9 }, () => randomWizard(random))];
  const targets = guides.flatMap(targetsOf);
  let opened = 0;
  for (; opened < count; opened++) {
    const target = targets[opened % targets.length];
    if (!target) break;
    const link = damageText(oneOf(random, target.links), random);
    try {
      openOne(target, link);
    } catch (thrown) {
      throw new Error(
        `${JSON.stringify(link)}: ${thrown instanceof Error ? thrown.stack : thrown}`,
      );
    }
  }
  return opened;
}

function openOne({ wizard, history }: Target, link: string): void {
  const { answers, problems } = openLink(wizard, history, link);
  if (problems.length > 40) throw new Error(`${problems.length} problems`);
  const { position, decision } = evaluate(wizard, answers);
  if (position.rejected.length) throw new Error('an answer that was taken is rejected');
  if ((position.current === null) !== (decision !== null))
    throw new Error('a decision with a question open, or none without');
  const again = decodeAnswers(wizard, encodeAnswers(wizard, answers));
  if (again.problems.length) throw new Error('its own address is not read back');
}
