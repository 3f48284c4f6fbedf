import {
  type GraphView,
  type ViewNode,
  viewGraph,
} from '../../src/wizards/engine/explain/graph-view.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { describeSet } from './describe.ts';
import { type Options, printJson, readWizard } from './files.ts';

export interface GraphOptions extends Options {
  readonly isDot: boolean;
  readonly isAll: boolean;
}

/** Print the decision graph as nested text, as DOT for Graphviz, or as JSON. */
export function graph([file]: readonly string[], options: GraphOptions): 0 {
  const wizard = readWizard(file, options);
  const view = viewGraph(compileOutcomes(wizard), options.isAll);
  if (options.isJson) printJson({ id: wizard.id, ...view });
  else console.log(options.isDot ? asDot(wizard.id, view) : asText(view));
  return 0;
}

/** Each situation is written out once; after that it is pointed at. */
function asText({ nodes, root }: GraphView): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shown = new Set<string>();
  const lines: string[] = [];
  const write = (id: string, lead: string, depth: number) => {
    const node = byId.get(id);
    const indent = '  '.repeat(depth);
    if (!node?.question) lines.push(`${indent}${lead}= ${node?.outcomes.join(', ') || 'none'}`);
    else if (shown.has(id)) lines.push(`${indent}${lead}${node.question}, see ${id}`);
    else {
      shown.add(id);
      lines.push(`${indent}${lead}${node.question} (${id})`);
      for (const { to, set, isAny } of node.edges)
        write(to, `${isAny ? 'any answer' : describeSet(set)}: `, depth + 1);
    }
  };
  write(root, '', 0);
  return lines.join('\n');
}

function asDot(id: string, { nodes }: GraphView): string {
  const label = ({ question, outcomes }: ViewNode) => question ?? (outcomes.join(', ') || 'none');
  return [
    `digraph ${quoteDot(id)} {`,
    ...nodes.map(
      (node) =>
        `  ${node.id} [label=${quoteDot(label(node))}${node.question ? '' : ', shape=box'}];`,
    ),
    ...nodes.flatMap((node) =>
      node.edges.map(
        ({ to, set }) => `  ${node.id} -> ${to} [label=${quoteDot(describeSet(set))}];`,
      ),
    ),
    '}',
  ].join('\n');
}

function quoteDot(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
