import { isBlock, withoutBlocks } from '../blocks.ts';
import { encodeAnswers } from '../encode.ts';
import { evaluate } from '../evaluate.ts';
import type { AnswerSet } from '../graph/answer-set.ts';
import { classOf, type Graph, type Layer } from '../graph/graph.ts';
import { compileCondition, compileRules } from '../graph/outcome-graph.ts';
import { reduceGraph } from '../graph/reduce-graph.ts';
import { isCombinable } from '../options.ts';
import type { Answer, Answers, Question, Wizard } from '../types.ts';
import { type ArchivedLink, type ArchivedVersion, archiveQuestions } from './archive.ts';

/** What to keep of a version when it is published. */
export function archiveVersion(wizard: Wizard): ArchivedVersion {
  const questions = archiveQuestions(wizard);
  return { version: wizard.version, questions, links: sampleLinks(wizard) };
}

/**
 * Links that together pass every edge that matters of the graph of rules and of every advice, and
 * every bound from both sides. What a new version does to them shows what it does to readers.
 *
 * Each block of a composed list is gone through on its own, like an advice: all of them told apart
 * at once would be thousands of situations.
 */
export function sampleLinks(wizard: Wizard): readonly ArchivedLink[] {
  const all = compileRules(withoutBlocks(wizard), wizard.hit === 'first');
  const blocks = new Set(wizard.outcomes.filter(isBlock).map(({ id }) => id));
  const alone = [...wizard.rules.filter(({ outcome }) => blocks.has(outcome)), ...wizard.advice];
  const parts = alone.map(({ when }) => compileCondition(wizard, when));
  const links = new Map<string, ArchivedLink>();
  const turns: Turns = new Map();
  // with nothing that matters there is one link all the same
  for (const part of [{}, ...[all, ...parts].flatMap(coverEdges)]) {
    const answers = complete(all, part, turns);
    const view = evaluate(wizard, answers);
    const link = encodeAnswers(wizard, answers);
    links.set(link, {
      link,
      outcomes: view.decision?.outcomes.map(({ id }) => id) ?? [],
      rules: view.decision?.reasons.map(({ rule }) => rule.id) ?? [],
      advice: view.advice.map(({ id }) => id),
    });
  }
  return [...links.values()].sort((a, b) => (a.link < b.link ? -1 : 1));
}

/** How often something was taken, so that the next is taken next time. */
type Turns = Map<string, number>;

function takeTurn<T>(turns: Turns, key: string, items: readonly T[]): T | undefined {
  const turn = turns.get(key) ?? 0;
  turns.set(key, turn + 1);
  return items[turn % items.length];
}

/** Answers on ways that together pass every edge that matters, only where it matters. */
function coverEdges(graph: Graph): readonly Answers[] {
  const reduced = reduceGraph(graph, false);
  const passed = new Set<string>();
  const ways: Answers[] = [];
  for (;;) {
    const before = passed.size;
    const way = walk(reduced, passed);
    if (passed.size === before) return ways;
    ways.push(way);
  }
}

/** One answer at one node. An edge is passed with each of its examples: both ends of a stretch. */
function stepsAt({ layers }: Graph, layer: number, at: number): readonly Step[] {
  const step = layers[layer];
  const node = step?.nodes[at];
  if (!step || !node?.isAsked) return [];
  return step.classes.flatMap(({ set }, chosen) =>
    examplesOf(step.question, set).map((answer, example) => ({
      key: `${layer} ${at} ${chosen} ${example}`,
      answer,
      to: node.next[chosen] ?? 0,
    })),
  );
}

interface Step {
  readonly key: string;
  readonly answer: Answer;
  readonly to: number;
}

/** By layer, the nodes from which a step not yet taken can be reached. */
function toNew(graph: Graph, passed: ReadonlySet<string>): readonly ReadonlySet<number>[] {
  const leads: Set<number>[] = [new Set()];
  for (let layer = graph.layers.length - 1; layer >= 0; layer--) {
    const after = leads[0];
    const own = new Set<number>();
    graph.layers[layer]?.nodes.forEach(({ next }, at) => {
      const isNew = stepsAt(graph, layer, at).some(({ key }) => !passed.has(key));
      if (isNew || next.some((to) => after?.has(to))) own.add(at);
    });
    leads.unshift(own);
  }
  return leads;
}

/** One way, by steps not yet taken as far as there are any. */
function walk(graph: Graph, passed: Set<string>): Answers {
  const leads = toNew(graph, passed);
  const answers: Record<string, Answer> = {};
  let at = 0;
  graph.layers.forEach(({ question, nodes }, layer) => {
    const steps = stepsAt(graph, layer, at);
    const step =
      steps.find(({ key }) => !passed.has(key)) ??
      steps.find(({ to }) => leads[layer + 1]?.has(to)) ??
      steps[0];
    if (step) {
      passed.add(step.key);
      answers[question.id] = step.answer;
    }
    at = step?.to ?? nodes[at]?.next[0] ?? 0;
  });
  return answers;
}

/** Answers to every question asked: those given, and for the others one class after another. */
function complete(graph: Graph, given: Answers, turns: Turns): Answers {
  const answers: Record<string, Answer> = {};
  let at = 0;
  for (const step of graph.layers) {
    const node = step.nodes[at];
    const { id } = step.question;
    if (!node?.isAsked) {
      at = node?.next[0] ?? 0;
      continue;
    }
    const own = given[id];
    const keys = [...node.next.keys()];
    const chosen =
      own === undefined ? (takeTurn(turns, id, keys) ?? 0) : classOf(step.classes, own);
    answers[id] = own ?? exampleOf(step, chosen, turns) ?? [];
    at = node.next[chosen] ?? 0;
  }
  return answers;
}

/** The examples of a class one after the other, so that each is used. */
function exampleOf({ question, classes }: Layer, chosen: number, turns: Turns): Answer | undefined {
  const own = classes[chosen];
  const key = `${question.id} ${JSON.stringify(own?.set)}`;
  return own && (takeTurn(turns, key, examplesOf(question, own.set)) ?? own.answer);
}

function examplesOf(question: Question, set: AnswerSet): readonly Answer[] {
  if (set.kind === 'options') return set.options;
  if (set.kind === 'numbers') return set.ranges.flatMap(({ from, to }) => [from, to]);
  if (question.kind !== 'multiple') return [];
  const order = question.options.map(({ id }) => id);
  const inOrder = (ids: readonly string[]) => order.filter((id) => ids.includes(id));
  return set.choices.flatMap(({ some }) => {
    const least = some.map((group) => group[0] ?? '');
    const all = some.flat();
    const isAlone = question.options.some(
      (option) => all.includes(option.id) && !isCombinable(question, option),
    );
    return isAlone ? [inOrder(least)] : [inOrder(least), inOrder(all)];
  });
}
