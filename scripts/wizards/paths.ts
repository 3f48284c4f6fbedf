import { formatAnswers } from '../../src/wizards/engine/check/findings.ts';
import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { findWays, type Way } from '../../src/wizards/engine/graph/find-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { readAnswers } from './describe.ts';
import { formatCount, type Options, printJson, readWizard, UsageError } from './files.ts';

export interface PathOptions extends Options {
  readonly answers: string | undefined;
  readonly outcome: string | undefined;
  readonly limit: number;
}

/** List ways through, one for each class of answers, and say how many there are. */
export function paths([file]: readonly string[], options: PathOptions): 0 {
  const wizard = readWizard(file, options);
  const { outcome, limit } = options;
  if (outcome !== undefined && !wizard.outcomes.some(({ id }) => id === outcome))
    throw new UsageError(`${file} has no outcome "${outcome}".`);
  const graph = compileOutcomes(wizard);
  const isWanted = (end: readonly string[]) => outcome === undefined || end.includes(outcome);
  const listed: Way[] = [];
  for (const way of findWays(graph, readAnswers(wizard, options.answers), isWanted)) {
    if (listed.length === limit) break;
    listed.push(way);
  }
  const total = countWays(graph, isWanted).ways;
  if (options.isJson) printJson({ id: wizard.id, total, listed });
  else {
    for (const { answers, end, ways } of listed)
      console.log(`${end.join(', ') || 'none'} (${formatCount(ways)}): ${formatAnswers(answers)}`);
    console.log(
      `${listed.length} listed, each stands for the number in brackets; ${formatCount(total)} ways in all.`,
    );
  }
  return 0;
}
