import dagre from '@dagrejs/dagre';
import { numberText } from '../wizards/components/answer-text.ts';
import { joinWords } from '../wizards/components/condition-text.ts';
import { type GraphView, type ViewEdge, viewGraph } from '../wizards/engine/explain/graph-view.ts';
import { setCondition } from '../wizards/engine/explain/outcome-conditions.ts';
import { type AnswerSet, isInSet, joinSets } from '../wizards/engine/graph/answer-set.ts';
import type { Graph } from '../wizards/engine/graph/graph.ts';
import { compileOutcomes } from '../wizards/engine/graph/outcome-graph.ts';
import type { Question, Wizard } from '../wizards/engine/types.ts';
import { t } from './strings.ts';

export interface MapNode {
  readonly id: string;
  readonly kind: 'question' | 'outcome';
  /** Broken into lines that fit the box. */
  readonly lines: readonly string[];
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly lines: readonly string[];
  /** An SVG path. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

export interface GuideMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly view: GraphView;
}

const lineHeight = 17;
const boxWidth = 170;
const boxLetters = 23;
const edgeLetters = 19;

/** The decision graph of a guide, laid out by dagre: where each box and line stands. */
export function drawGuide(wizard: Wizard): GuideMap {
  const graph = compileOutcomes(wizard);
  const view = viewGraph(graph);
  const layout = new dagre.graphlib.Graph({ multigraph: true });
  layout.setGraph({ rankdir: 'TB', nodesep: 14, ranksep: 40, marginx: 12, marginy: 12 });
  layout.setDefaultEdgeLabel(() => ({}));
  const texts = new Map(view.nodes.map((node) => [node.id, nodeText(wizard, node)]));
  for (const node of view.nodes) {
    const lines = breakLines(texts.get(node.id) ?? '', boxLetters);
    layout.setNode(node.id, { width: boxWidth, height: lines.length * lineHeight + 20 });
    for (const edge of node.edges) {
      const label = breakLines(edgeText(graph, node.question ?? '', edge), edgeLetters);
      const letters = Math.max(...label.map((line) => line.length));
      const size = { width: letters * 6.6, height: label.length * lineHeight + 6, labelpos: 'c' };
      layout.setEdge(node.id, edge.to, size, edge.to);
    }
  }
  dagre.layout(layout);
  const { width = 0, height = 0 } = layout.graph();
  const nodes = view.nodes.map((node): MapNode => {
    const text = texts.get(node.id) ?? '';
    const kind = node.question === null ? 'outcome' : 'question';
    const { x, y, width: w, height: h } = layout.node(node.id);
    return {
      id: node.id,
      kind,
      text,
      lines: breakLines(text, boxLetters),
      x,
      y,
      width: w,
      height: h,
    };
  });
  const edges = view.nodes.flatMap((node) =>
    node.edges.map((edge): MapEdge => {
      const { points, x = 0, y = 0 } = layout.edge({ v: node.id, w: edge.to, name: edge.to });
      const label = edgeText(graph, node.question ?? '', edge);
      return {
        from: node.id,
        to: edge.to,
        label,
        lines: breakLines(label, edgeLetters),
        path: curve(points),
        x,
        y,
      };
    }),
  );
  return { width, height, nodes, edges, view };
}

function nodeText(wizard: Wizard, node: GraphView['nodes'][number]): string {
  const question = wizard.questions.find(({ id }) => id === node.question);
  const titles = node.outcomes.map(
    (id) => wizard.outcomes.find((outcome) => outcome.id === id)?.title ?? id,
  );
  return question?.ask ?? titles.join(', ');
}

/** The answers an edge stands for, in few words: the shorter of "these" and "all but these". */
function edgeText(graph: Graph, id: string, edge: ViewEdge): string {
  if (edge.isAny) return t('guide.mapAny');
  const layer = graph.layers.find(({ question }) => question.id === id);
  if (!layer) return '';
  const { question, classes } = layer;
  if (edge.set.kind === 'numbers') {
    return joinWords(
      edge.set.ranges.map(({ from, to }) => stretch(question, from, to)),
      t('result.if.or'),
    );
  }
  if (edge.set.kind === 'options') return optionsText(question, edge.set.options);
  const others = classes.filter(({ answer }) => !isInSet(edge.set, answer)).map(({ set }) => set);
  return choiceText(question, edge.set, others);
}

function stretch(question: Question, from: number, to: number): string {
  if (question.kind !== 'number') return '';
  if (from === question.min) return t('guide.mapAtMost', { n: numberText(to) });
  if (to === question.max) return t('guide.mapAtLeast', { n: numberText(from) });
  return `${numberText(from)}–${numberText(to)}`;
}

function optionsText(question: Question, ids: readonly string[]): string {
  if (question.kind === 'number') return '';
  const inside = question.options.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  const outside = question.options.filter(({ id }) => !ids.includes(id)).map(({ label }) => label);
  if (outside.length > 0 && outside.length * 2 < inside.length) {
    return t('guide.mapAllBut', { list: joinWords(outside, t('result.if.and')) });
  }
  return joinWords(inside, t('result.if.or'));
}

function choiceText(question: Question, set: AnswerSet, others: readonly AnswerSet[]): string {
  const [first, ...rest] = others;
  const isOthersShorter =
    first !== undefined && set.kind === 'choices' && set.choices.length > others.length;
  const described = isOthersShorter ? rest.reduce(joinSets, first) : set;
  const contrast = isOthersShorter ? [set] : others;
  const condition = setCondition(question, described, contrast);
  const words = shortTests(question, condition);
  return isOthersShorter ? t('guide.mapNot', { what: words }) : words;
}

/** The tests of a condition on one question without its name: `med a eller b, utan c`. */
function shortTests(question: Question, condition: ReturnType<typeof setCondition>): string {
  if (condition.kind === 'any' || condition.kind === 'all') {
    const word = t(condition.kind === 'any' ? 'result.if.or' : 'result.if.and');
    return condition.of.map((part) => shortTests(question, part)).join(` ${word} `);
  }
  if (condition.kind !== 'has' || question.kind === 'number') return '';
  const labels = question.options
    .filter(({ id }) => condition.values.includes(id))
    .map(({ label }) => label);
  const list = joinWords(labels, t('result.if.or'));
  return t(condition.mode === 'none' ? 'guide.mapWithout' : 'guide.mapWith', { list });
}

/** Words into lines of at most so many letters; at most five lines, the last one cut with an ellipsis. */
function breakLines(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 5 ? [...lines.slice(0, 4), `${lines[4]} …`] : lines;
}

/** A soft line through the points that the layout gives. */
function curve(points: readonly { x: number; y: number }[]): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  const [first, ...rest] = points;
  if (!first) return '';
  const middle = rest.map((point, index) => {
    const next = rest[index + 1];
    if (!next) return `L${round(point.x)} ${round(point.y)}`;
    return `Q${round(point.x)} ${round(point.y)} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`;
  });
  return `M${round(first.x)} ${round(first.y)}${middle.join('')}`;
}
