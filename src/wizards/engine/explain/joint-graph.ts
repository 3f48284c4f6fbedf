import type { Test } from '../conditions.ts';
import { rootTests } from '../dependencies.ts';
import { type AnswerClass, answerClasses } from '../graph/answer-classes.ts';
import { classOf, type Graph, type Layer, type Node } from '../graph/graph.ts';
import { GraphLimitError, NODE_LIMIT } from '../graph/limit.ts';
import { compileOutcomes } from '../graph/outcome-graph.ts';
import { reduceGraph } from '../graph/reduce-graph.ts';
import type { Question, QuestionId, Wizard } from '../types.ts';
import { commonQuestion, jointOrder, reorder } from './joint-order.ts';

/** Between the outcomes of the old version and those of the new one, in the ends of the graph. */
export const BETWEEN = '→';

/**
 * Both versions in one graph. A way is an answer to every question that either version asks, of the
 * answers that both take; its end is the old outcomes, `→`, and the new ones.
 *
 * @returns `null` when the versions cannot be put in one order.
 * @throws GraphLimitError
 */
export function compileJoint(before: Wizard, after: Wizard): Graph | null {
  const order = jointOrder(before, after);
  if (!order) return null;
  const [old, now] = [before, after].map((wizard) => compileOutcomes(reorder(wizard, order)));
  if (!old || !now) return null;
  let pairs = new Map<string, readonly [number, number]>([['0 0', [0, 0]]]);
  const layers = order.map((id): Layer => {
    const step = jointStep(old, now, id);
    const reached = new Map<string, readonly [number, number]>();
    const places = new Map<string, number>();
    const nodes = [...pairs.values()].map((pair): Node => {
      const { isAsked, moves } = step.move(pair);
      const next = moves.map((to) => {
        const key = to.join(' ');
        if (!places.has(key)) places.set(key, places.size);
        reached.set(key, to);
        return places.get(key) ?? 0;
      });
      return { isAsked, next };
    });
    if (reached.size > NODE_LIMIT) throw new GraphLimitError([{ id, values: reached.size }]);
    pairs = reached;
    return { question: step.question, classes: step.classes, nodes };
  });
  const ends = [...pairs.values()].map(([a, b]) => [
    ...(old.ends[a] ?? []),
    BETWEEN,
    ...(now.ends[b] ?? []),
  ]);
  const wizard = { ...now.wizard, questions: layers.map(({ question }) => question) };
  return reduceGraph({ wizard, layers, ends });
}

/** One question in both versions, or in the one that has it. */
function jointStep(old: Graph, now: Graph, id: QuestionId) {
  const [a, b] = [old, now].map(({ layers }) => layers.find(({ question }) => question.id === id));
  const question = a && b ? commonQuestion(a.question, b.question) : (a ?? b)?.question;
  const asked = question ?? (b ?? a)?.question;
  const classes = question ? jointClasses(old.wizard, now.wizard, question) : [];
  const places = classes.map(({ answer }) =>
    [a, b].map((own) => (own ? classOf(own.classes, answer) : 0)),
  );
  const step = (layer: Layer | undefined, at: number, chosen: number) => {
    const node = layer?.nodes[at];
    return node ? (node.next[node.isAsked ? chosen : 0] ?? 0) : at;
  };
  const move = ([x, y]: readonly [number, number]) => {
    const isAsked = [a?.nodes[x], b?.nodes[y]].some((node) => node?.isAsked);
    const chosen = isAsked ? places : [[0, 0]];
    const moves = chosen.map(([p = 0, q = 0]) => [step(a, x, p), step(b, y, q)] as const);
    return { isAsked, moves };
  };
  return { question: asked as Question, classes, move };
}

/** Classes that tell apart whatever either version tells apart. */
export function jointClasses(old: Wizard, now: Wizard, question: Question): readonly AnswerClass[] {
  const tests = [old, now].flatMap((wizard): readonly Test[] =>
    [...wizard.questions, ...wizard.rules].flatMap(({ when }) => rootTests(wizard, when)),
  );
  // points may differ between the versions: with points at all, options are told apart one by one
  const isScored = [old, now].some(({ facts }) => facts.some(({ kind }) => kind === 'total'));
  const own = isScored && 'options' in question ? oneByOne(question) : [];
  const classes = answerClasses(question, [...tests, ...own], []);
  if (typeof classes === 'number')
    throw new GraphLimitError([{ id: question.id, values: classes }]);
  return classes;
}

function oneByOne({ id, kind, options }: Extract<Question, { options: unknown }>): readonly Test[] {
  return options.map(
    ({ id: option }): Test =>
      kind === 'multiple'
        ? { kind: 'has', fact: id, mode: 'any', values: [option] }
        : { kind: 'is', fact: id, values: [option] },
  );
}
