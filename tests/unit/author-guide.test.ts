import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContext } from '../../src/wizards/definition/read-context.ts';
import { formatFinding, readDefinition } from '../../src/wizards/definition/read-definition.ts';
import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'src/content/docs/om/skriv-en-beslutsguide.md'), 'utf8');
const start = readFileSync(join(root, 'scripts/wizards/start.yaml'), 'utf8');
const blocks = [...page.matchAll(/```\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const ID = 'dator-over-sommaren';

function block(beginning: string): string {
  const found = blocks.find((text) => text.startsWith(beginning));
  if (!found) throw new Error(`The page has no block that begins with "${beginning}".`);
  return found;
}

/** What an author has who does what the page says, from the file that `new` writes. */
function followPage(): string {
  let text = start.replaceAll('NEW-ID', ID).replaceAll('TODAY', '2026-11-24');
  text = text.replaceAll('LATER', '2027-05-24');
  for (const line of block('title:').trim().split('\n'))
    text = text.replace(new RegExp(`^${line.split(':')[0]}:.*$`, 'm'), () => line);
  const parts = ['questions:', 'decision:', 'outcomes:', 'advice:', 'personas:'];
  parts.forEach((part, at) => {
    const from = text.indexOf(`\n${part}`) + 1;
    const next = parts[at + 1];
    const to = next ? text.indexOf(`\n${next}`) + 1 : text.length;
    text = `${text.slice(0, from)}${block(part)}\n${text.slice(to)}`;
  });
  return text;
}

const read = (text: string) => readDefinition(text, `${ID}.yaml`, readContext(root, '2026-11-24'));

test('who follows the page for authors has a guide without a fault, with the proof it tells of', () => {
  const { wizard, findings } = read(followPage());
  expect(findings.map(formatFinding)).toEqual([]);
  const { ways, shortest, longest } = countWays(
    compileOutcomes(wizard as NonNullable<typeof wizard>),
  );
  expect([ways, shortest, longest]).toEqual([8n, 2, 3]);
  expect(page).toContain(`${ways} sätt, med två eller tre frågor`);
});

test('the page shows what the check says when the last rule is forgotten', () => {
  const text = followPage();
  const from = text.indexOf('    - id: r-annars');
  const { findings } = read(text.slice(0, from) + text.slice(text.indexOf('outcomes:')));
  const [first] = findings;
  expect(page).toContain(first && `utkast/${formatFinding(first)}`);
  expect(findings.some(({ message }) => message.includes('lugn-skola'))).toBe(true);
});
