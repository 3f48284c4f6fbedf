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
 */
export function sampleLinks(wizard: Wizard): readonly ArchivedLink[] {
  const all = compileRules(wizard, wizard.hit === 'first');
  const advice = wizard.advice.map(({ when }) => compileCondition(wizard, when));
  const links = new Map<string, ArchivedLink>();
  const turns: Turns = new Map();
  for (const part of [all, ...advice].flatMap((graph) => coverEdges(graph, turns))) {
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
function coverEdges(graph: Graph, turns: Turns): readonly Answers[] {
  const reduced = reduceGraph(graph, false);
  const passed = new Set<string>();
  const ways: Answers[] = [];
  for (;;) {
    const before = passed.size;
    const way = walk(reduced, passed, turns);
    if (passed.size === before) return ways;
    ways.push(way);
  }
}

/** By layer, the nodes from which an edge not yet passed can be reached. */
function toNew({ layers }: Graph, passed: ReadonlySet<string>): readonly ReadonlySet<number>[] {
  const leads: Set<number>[] = [new Set()];
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const after = leads[0];
    const own = new Set<number>();
    layers[layer]?.nodes.forEach(({ isAsked, next }, at) => {
      const isNew = (to: number, chosen: number) =>
        after?.has(to) || (isAsked && !passed.has(`${layer} ${at} ${chosen}`));
      if (next.some(isNew)) own.add(at);
    });
    leads.unshift(own);
  }
  return leads;
}

/** One way, by edges not yet passed as far as there are any. */
function walk(graph: Graph, passed: Set<string>, turns: Turns): Answers {
  const leads = toNew(graph, passed);
  const answers: Record<string, Answer> = {};
  let at = 0;
  graph.layers.forEach((step, layer) => {
    const node = step.nodes[at];
    if (!node) return;
    const edge = (chosen: number) => `${layer} ${at} ${chosen}`;
    const keys = [...node.next.keys()];
    const chosen =
      keys.find((key) => node.isAsked && !passed.has(edge(key))) ??
      keys.find((key) => leads[layer + 1]?.has(node.next[key] ?? 0)) ??
      0;
    const answer = node.isAsked ? exampleOf(step, chosen, turns) : undefined;
    if (answer !== undefined) answers[step.question.id] = answer;
    if (node.isAsked) passed.add(edge(chosen));
    at = node.next[chosen] ?? 0;
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
