import { evaluate } from '../evaluate.ts';
import { countWays } from '../graph/count-ways.ts';
import { findExample } from '../graph/find-ways.ts';
import { classOf } from '../graph/graph.ts';
import { compileOutcomes } from '../graph/outcome-graph.ts';
import type { Answers, Condition, OutcomeId, Wizard } from '../types.ts';
import { BETWEEN, compileJoint, jointClasses } from './joint-graph.ts';
import { commonQuestion } from './joint-order.ts';
import { describeWays } from './outcome-conditions.ts';

/** Situations that a new version ends in another way. */
export interface ImpactChange {
  readonly from: readonly OutcomeId[];
  readonly to: readonly OutcomeId[];
  /** How many, exactly. */
  readonly ways: bigint;
  /** Which, exactly; `null` when it takes too many parts to say. */
  readonly when: Condition | null;
  readonly example: Answers;
}

/**
 * What a new version changes. A situation is an answer to every question that either version asks,
 * of the answers that both take.
 */
export interface Impact {
  readonly same: bigint;
  readonly changed: bigint;
  readonly changes: readonly ImpactChange[];
  /** Ways through the old version with an answer that the new one does not take. */
  readonly gone: bigint;
  /** Ways through the new version with an answer that the old one did not take. */
  readonly added: bigint;
}

/**
 * Compare two versions of a definition.
 *
 * @returns `null` when one asks before what the other asks after, so that no order fits both.
 * @throws GraphLimitError
 */
export function compareVersions(before: Wizard, after: Wizard): Impact | null {
  const graph = compileJoint(before, after);
  if (!graph) return null;
  const changes = graph.ends.flatMap((end): readonly ImpactChange[] => {
    const at = end.indexOf(BETWEEN);
    const [from, to] = [end.slice(0, at), end.slice(at + 1)];
    if (from.join() === to.join()) return [];
    const isThis = (other: readonly string[]) => other === end;
    const { ways } = countWays(graph, isThis);
    const example = findExample(graph, isThis);
    return example ? [{ from, to, ways, when: describeWays(graph, isThis), example }] : [];
  });
  const changed = changes.reduce((sum, { ways }) => sum + ways, 0n);
  return {
    same: countWays(graph).ways - changed,
    changed,
    changes: changes.toSorted((a, b) => (a.ways < b.ways ? 1 : -1)),
    gone: countLost(before, after),
    added: countLost(after, before),
  };
}

/** Whether a saved decision comes out otherwise with another version, or `null` if it is left open. */
export function isDecisionAffected(
  before: Wizard,
  after: Wizard,
  answers: Answers,
): boolean | null {
  const [old, now] = [before, after].map((wizard) => evaluate(wizard, answers).decision);
  if (!old || !now) return null;
  const ids = ({ outcomes }: { readonly outcomes: readonly { readonly id: string }[] }) =>
    outcomes.map(({ id }) => id).join();
  return ids(old) !== ids(now);
}

/** Ways through one version that use an answer which the other does not take. */
function countLost(wizard: Wizard, other: Wizard): bigint {
  const graph = compileOutcomes(wizard);
  const layers = graph.layers.map((layer) => {
    const same = other.questions.find(({ id }) => id === layer.question.id);
    if (!same) return layer;
    const common = commonQuestion(same, layer.question);
    const taken = common ? jointClasses(other, wizard, common) : [];
    const classes = layer.classes.map((each, at) => ({
      ...each,
      size: taken
        .filter(({ answer }) => classOf(layer.classes, answer) === at)
        .reduce((sum, { size }) => sum + size, 0n),
    }));
    return { ...layer, classes };
  });
  return countWays(graph).ways - countWays({ ...graph, layers }).ways;
}
