import { isBlock, withoutBlocks } from '../blocks.ts';
import { encodeAnswers } from '../encode.ts';
import { evaluate } from '../evaluate.ts';
import { classOf, type Graph, type Layer } from '../graph/graph.ts';
import { compileCondition, compileRules } from '../graph/outcome-graph.ts';
import type { Answer, Answers, Wizard } from '../types.ts';
import { type ArchivedLink, type ArchivedVersion, archiveQuestions } from './archive.ts';
import { coverEdges, examplesOf } from './cover-edges.ts';
import { archiveLogic } from './logic.ts';

/** What to keep of a version when it is published. */
export function archiveVersion(wizard: Wizard): ArchivedVersion {
  const questions = archiveQuestions(wizard);
  const logic = archiveLogic(wizard);
  return { version: wizard.version, questions, links: sampleLinks(wizard), logic };
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
