import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import type { Wizard } from '../../src/wizards/engine/types.ts';
import { formatCount, type Options, printJson, readFiles } from './files.ts';

/** What is proved of one definition. */
export function proofOf(wizard: Wizard) {
  const graph = compileOutcomes(wizard);
  const { ways, shortest, longest } = countWays(graph);
  return {
    id: wizard.id,
    version: wizard.version,
    questions: wizard.questions.length,
    rules: wizard.rules.length,
    outcomes: wizard.outcomes.map(({ id }) => ({
      id,
      ways: countWays(graph, (end) => end.includes(id)).ways,
    })),
    ways,
    shortest,
    longest,
    situations: graph.layers.reduce((sum, { nodes }) => sum + nodes.length, 0),
    unanswered: countWays(graph, (end) => !end.length).ways,
  };
}

/** Print the proof of each definition. Fails when one has an error. */
export function prove(given: readonly string[], options: Options): 0 | 1 {
  const read = readFiles(given, options);
  const proofs = read.map(({ file, wizard, findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return wizard && !errors ? { file, errors, ...proofOf(wizard) } : { file, errors };
  });
  if (options.isJson) printJson(proofs);
  else for (const proof of proofs) console.log(format(proof));
  return proofs.some(({ errors }) => errors) ? 1 : 0;
}

type Proof = { readonly file: string; readonly errors: number } & Partial<
  ReturnType<typeof proofOf>
>;

function format(proof: Proof): string {
  if (proof.errors) return `${proof.file}: not proved, ${proof.errors} errors. Run check.\n`;
  const { questions = 0, outcomes = [], ways = 0n, shortest = 0, longest = 0 } = proof;
  const lines = outcomes.map(({ id, ways: own }) => `  ${id}: ${formatCount(own)} ways`);
  return [
    `${proof.file}: ${questions} questions, ${outcomes.length} outcomes, ${formatCount(ways)} ways, ${shortest} to ${longest} questions, ${formatCount(proof.situations ?? 0)} situations.`,
    ...lines,
    '',
  ].join('\n');
}
