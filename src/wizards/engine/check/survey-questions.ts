import type { Graph } from '../graph/graph.ts';
import type { Answer, Answers } from '../types.ts';

interface Trail {
  readonly before: Trail | null;
  readonly id: string;
  readonly answer: Answer;
}

/** For each question, answers with which it is asked and answers with which it is not. */
export function surveyQuestions(graph: Graph) {
  let trails: readonly (Trail | null)[] = [null];
  return graph.layers.map(({ nodes, classes, question }) => {
    let [holds, fails]: [Answers | undefined, Answers | undefined] = [undefined, undefined];
    const after: (Trail | null)[] = [];
    nodes.forEach(({ isAsked, next }, at) => {
      const trail = trails[at] ?? null;
      if (isAsked) holds ??= answersOf(trail);
      else fails ??= answersOf(trail);
      next.forEach((to, chosen) => {
        const answer = isAsked ? classes[chosen]?.answer : undefined;
        after[to] ??= answer === undefined ? trail : { before: trail, id: question.id, answer };
      });
    });
    trails = after;
    return { holds, fails };
  });
}

function answersOf(trail: Trail | null): Answers {
  const entries: (readonly [string, Answer])[] = [];
  for (let at = trail; at; at = at.before) entries.unshift([at.id, at.answer]);
  return Object.fromEntries(entries);
}
