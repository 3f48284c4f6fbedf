import dagre from '@dagrejs/dagre';
import { drawRail, type RailRow } from './rail.ts';
import type { Flow } from './schemas.ts';
import { type Point, Sheet, textHeight, widthOf } from './sheet.ts';

const width = 720;
const padding = 16;
const widths = { source: 174, gate: 194, end: 152 };

type Node = Flow['nodes'][number];

/** Sources that run together in a gate, from which paths fork to receivers. dagre says where each stands. */
export function drawFlow(diagram: Flow, label: string): readonly string[] {
  return [wide(diagram, label), narrow(diagram, label)];
}

function wide({ nodes, edges }: Flow, label: string): string {
  const layout = new dagre.graphlib.Graph();
  layout.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 52 });
  layout.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes)
    layout.setNode(node.id, { width: widths[node.part], height: heightOf(node) });
  for (const { from, to, text } of edges) {
    const size =
      text === undefined ? {} : { width: widthOf(text, 'small') - 4, height: 16, labelpos: 'c' };
    layout.setEdge(from, to, size);
  }
  // The order of the file: it is the one the words are told in.
  dagre.layout(layout, { disableOptimalOrderHeuristic: true });
  const sheet = new Sheet();
  const shift = (width - (layout.graph().width ?? width)) / 2;
  const boxes = new Map(
    nodes.map((node) => {
      const { x, y } = layout.node(node.id);
      return [node.id, { node, x: x - widths[node.part] / 2 + shift, y, height: heightOf(node) }];
    }),
  );
  for (const box of boxes.values()) drawBox(sheet, box);
  const ends: (() => void)[] = [];
  for (const { from, to, text } of edges) {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    if (!start || !end)
      throw new Error(`An edge leads from "${from}" to "${to}", which is no node.`);
    const out = { x: start.x + widths[start.node.part], y: start.y };
    const into = { x: end.x, y: end.y };
    const turn = start.node.part === 'gate' ? out.x + 26 : into.x - 26;
    sheet.way([out, { x: turn, y: out.y }, { x: turn, y: into.y }, into]);
    if (text !== undefined)
      sheet.text(into.x - 12, into.y - 9, text, { style: 'small', anchor: 'end' });
    ends.push(() => mark(sheet, end.node, into));
    if (start.node.part === 'gate') ends.push(() => sheet.stop(out));
  }
  for (const draw of ends) draw();
  return sheet.svg(width, layout.graph().height ?? 0, 'wide', label);
}

function mark(sheet: Sheet, node: Node, place: Point): void {
  if (node.part === 'end') sheet.end(place);
  else sheet.stop(place);
}

function heightOf({ title, text, part }: Node): number {
  const inside = widths[part] - 2 * padding;
  return textHeight(title, 'bold', inside) + (text ? textHeight(text, 'soft', inside) : 0) + 26;
}

function drawBox(
  sheet: Sheet,
  { node, x, y, height }: { node: Node; x: number; y: number; height: number },
): void {
  const top = y - height / 2;
  const inside = widths[node.part] - 2 * padding;
  sheet.ground(x, top, widths[node.part], height);
  const next = sheet.text(x + padding, top + 27, node.title, { style: 'bold', width: inside });
  if (node.text) sheet.text(x + padding, next, node.text, { style: 'soft', width: inside });
}

function narrow({ nodes, edges }: Flow, label: string): string {
  const of = (part: Node['part']) => nodes.filter((node) => node.part === part);
  const row = (node: Node, rest: Pick<RailRow, 'track' | 'mark' | 'isBranch'>): RailRow => {
    const given = edges.find(({ to }) => to === node.id)?.text;
    const soft = [node.text, node.part === 'end' ? given : undefined].filter(
      (text) => text !== undefined,
    );
    return {
      ...rest,
      words: [
        { text: node.title, style: 'bold' },
        ...soft.map((text) => ({ text, style: 'soft' as const })),
      ],
    };
  };
  const sources = of('source');
  const ends = of('end');
  const rows = [
    ...sources.map((node, index) => row(node, { track: index === 0 ? 0 : 1, mark: 'stop' })),
    ...of('gate').map((node) => row(node, { track: 0, mark: 'stop' })),
    ...ends.map((node, index) => {
      const isLast = index === ends.length - 1;
      return row(node, { track: isLast ? 0 : 1, mark: 'end', isBranch: !isLast });
    }),
  ];
  return drawRail(rows, label, { tracks: 2, merges: sources.length });
}
