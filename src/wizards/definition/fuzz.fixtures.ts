import { evaluate } from '../engine/evaluate.ts';
import { damageText } from '../engine/fuzz.fixtures.ts';
import { type Random, seeded } from '../engine/random.fixtures.ts';
import { CONTEXT, SOUND } from './checks.fixtures.ts';
import { readDefinition } from './read-definition.ts';

/**
 * Read damaged definitions. Each must be refused with a finding that says where, or be a definition
 * that works.
 *
 * @returns How many were read, and how many of them were refused.
 * @throws Error for an exception or a state that cannot be, with the text.
 */
export function fuzzFiles(count: number, seed: number) {
  const random = seeded(seed);
  let [read, refused] = [0, 0];
  for (; read < count; read++) {
    const text = random() < 0.5 ? damageText(SOUND, random) : damageLines(SOUND, random);
    try {
      if (isRefused(text)) refused++;
    } catch (thrown) {
      throw new Error(`${thrown instanceof Error ? thrown.stack : thrown}\n\n${text}`);
    }
  }
  return { read, refused };
}

/** Lines lost, doubled or moved: what an author does by mistake. */
function damageLines(given: string, random: Random): string {
  const lines = given.split('\n');
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const at = Math.floor(random() * lines.length);
    const to = Math.floor(random() * lines.length);
    const [line = ''] = random() < 0.3 ? [lines[at]] : lines.splice(at, 1);
    if (random() < 0.7) lines.splice(to, 0, line);
  }
  return lines.join('\n');
}

function isRefused(text: string): boolean {
  const { wizard, findings } = readDefinition(text, 'prov.yaml', CONTEXT);
  const lines = text.split('\n').length;
  for (const { line, message, hint } of findings)
    if (!message || !hint || line < 1 || line > lines + 1)
      throw new Error(`A finding without place, fault or remedy: ${line} ${message} ${hint}`);
  if (findings.some(({ severity }) => severity === 'error')) return true;
  if (!wizard) throw new Error('Neither a wizard nor a finding.');
  for (const { answers } of wizard.personas) {
    const { decision } = evaluate(wizard, answers);
    if (!decision?.outcomes.length) throw new Error('A sound definition without a result.');
  }
  return false;
}
