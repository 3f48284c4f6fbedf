import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withoutBlocks } from '../engine/blocks.ts';
import { questionsIn } from '../engine/dependencies.ts';
import { countWays } from '../engine/graph/count-ways.ts';
import { compileOutcomes } from '../engine/graph/outcome-graph.ts';
import { normalizeWizard } from '../engine/normalize-wizard.ts';
import { isTrue, plainEnd } from '../engine/plain.fixtures.ts';
import type { RawWizard } from '../engine/raw-wizard.ts';
import type { Answer, Question, Wizard } from '../engine/types.ts';
import { everyAnswer } from '../engine/wizards.fixtures.ts';

const FOLDER = join(import.meta.dirname, '../definitions');
const LIMIT = 1_000_000;

const guides = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const raw = parse(readFileSync(join(FOLDER, file), 'utf8')) as RawWizard;
    return { file, wizard: normalizeWizard(raw) };
  });

/** Answers with how many they stand for: of a number, the first of each stretch between bounds. */
function weighed(wizard: Wizard, question: Question): readonly (readonly [Answer, number])[] {
  if (question.kind !== 'number') return everyAnswer(question).map((answer) => [answer, 1]);
  const text = JSON.stringify(wizard);
  const tests = text.matchAll(
    new RegExp(`"between","fact":"${question.id}","from":(null|-?\\d+),"to":(null|-?\\d+)`, 'g'),
  );
  const cuts = [...tests].flatMap(([, from, to]) => [
    from === 'null' ? question.min : Number(from),
    to === 'null' ? question.min : Number(to) + 1,
  ]);
  const starts = [...new Set([question.min, ...cuts])].sort((a, b) => a - b);
  return starts.map((start, at) => [start, (starts[at + 1] ?? question.max + 1) - start]);
}

type Table = Readonly<Record<string, Answer>>;

/** Every way, without a list of them: `null` when there are too many. */
function enumerate(wizard: Wizard) {
  const choices = wizard.questions.map((question) => weighed(wizard, question));
  let [count, ways, shortest, longest] = [0, 0n, Number.POSITIVE_INFINITY, 0];
  const outcomes = new Map<string, bigint>();
  const walk = (at: number, table: Table, weight: bigint): boolean => {
    const question = wizard.questions[at];
    if (question && !isTrue(wizard, question.when, table)) return walk(at + 1, table, weight);
    if (question)
      return (choices[at] ?? []).every(([answer, size]) =>
        walk(at + 1, { ...table, [question.id]: answer }, weight * BigInt(size)),
      );
    ways += weight;
    const length = Object.keys(table).length;
    [shortest, longest] = [Math.min(shortest, length), Math.max(longest, length)];
    for (const id of plainEnd(wizard, table).outcomes)
      outcomes.set(id, (outcomes.get(id) ?? 0n) + weight);
    return ++count <= LIMIT;
  };
  return walk(0, {}, 1n) ? { ways, shortest, longest, outcomes } : null;
}

/** A guide without the questions that only advice reads: they multiply the ways and decide nothing. */
function deciding(wizard: Wizard): Wizard {
  const conditions = [...wizard.questions, ...wizard.rules].map(({ when }) => when);
  const read = new Set(conditions.flatMap((condition) => questionsIn(wizard, condition)));
  return { ...wizard, questions: wizard.questions.filter(({ id }) => read.has(id)) };
}

describe.each(guides)('$file', { timeout: 60_000 }, ({ wizard }) => {
  test('the proof agrees with plain enumeration', () => {
    const guide = deciding(withoutBlocks(wizard));
    const plain = enumerate(guide);
    const graph = compileOutcomes(guide);
    const { ways, shortest, longest } = countWays(graph);
    if (!plain) {
      // more than can be gone over one by one: only where that is so may it be left out
      expect(ways).toBeGreaterThan(BigInt(LIMIT));
      return;
    }
    expect([ways, shortest, longest]).toEqual([plain.ways, plain.shortest, plain.longest]);
    for (const { id } of guide.outcomes)
      expect([id, countWays(graph, (end) => end.includes(id)).ways]).toEqual([
        id,
        plain.outcomes.get(id) ?? 0n,
      ]);
    const whole = compileOutcomes(withoutBlocks(wizard));
    expect(whole.ends.flat().sort()).toEqual(graph.ends.flat().sort());
  });
});
