/**
 * Pictures drawn when the site is built. Their words stand in `src/content/diagrams/`; where each stands is worked
 * out here, twice: 720 pixels wide for a column of text and paper, 288 for a telephone. A picture that only shrank
 * could not be read there.
 *
 * Drawn by ourselves and not by Mermaid or the like: those need a browser to build or to show, bring styles that the
 * policy of the pages forbids, and give boxes with arrows where the site has one path that forks and comes to rest.
 * Where there is layout to compute, dagre does it (`flow.ts`, and the maps of the guides).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { t } from '../strings.ts';
import { drawChoices } from './choices.ts';
import { drawFlow } from './flow.ts';
import { drawLanes } from './lanes.ts';
import { type Diagram, diagramSchema } from './schemas.ts';
import { escapeHtml } from './sheet.ts';
import { drawStairs } from './stairs.ts';
import { drawWaves } from './waves.ts';

export const diagramsFolder = 'src/content/diagrams';

/**
 * A picture as a figure: drawn wide and narrow, with a caption and the same in words.
 *
 * @throws Error when there is no such file, or it has another shape. Names the file.
 */
export function diagramFigure(id: string): string {
  const diagram = readDiagram(id);
  const label = t('diagram.label', { title: diagram.title });
  return figure(drawDiagram(diagram, label).join(''), diagram.caption, inWords(diagram));
}

/** Read one picture's words from its file. */
export function readDiagram(id: string): Diagram {
  const file = `${diagramsFolder}/${id}.yaml`;
  const result = diagramSchema.safeParse(parse(readFileSync(join(process.cwd(), file), 'utf8')));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`${file}:\n${faults.join('\n')}`);
}

/** The drawings of a picture. @param label Names it for those who do not see it. */
export function drawDiagram(diagram: Diagram, label: string): readonly string[] {
  if (diagram.draw === 'lanes') return drawLanes(diagram, label);
  if (diagram.draw === 'flow') return drawFlow(diagram, label);
  if (diagram.draw === 'choices') return drawChoices(diagram, label);
  if (diagram.draw === 'stairs') return drawStairs(diagram, label);
  return drawWaves(diagram, label);
}

function figure(drawings: string, caption: string, words: readonly string[]): string {
  const list = words.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  return `<figure class="diagram">${drawings}<figcaption>${escapeHtml(caption)}</figcaption><details><summary>${escapeHtml(t('diagram.inWords'))}</summary><ol>${list}</ol></details></figure>`;
}

/** Everything the picture says, as lines in order. */
export function inWords(diagram: Diagram): readonly string[] {
  if (diagram.draw === 'lanes') {
    const labels = new Map(diagram.lanes.map(({ id, label }) => [id, label]));
    return diagram.steps.map(({ lane, text }) => `${labels.get(lane)}: ${text}`);
  }
  if (diagram.draw === 'flow') return flowInWords(diagram);
  if (diagram.draw === 'choices') {
    const { questions, yes, last } = diagram;
    return [
      ...questions.map(({ ask, title, text }) => `${ask} ${yes}: ${title}. ${text}`),
      `${t('diagram.otherwise')} ${last.title}. ${last.text}`,
    ];
  }
  if (diagram.draw === 'stairs') {
    const { doors, way, stairs, back } = diagram;
    const steps = stairs.map(({ title, who, text }) => `${title}: ${who}. ${text}.`);
    return [`${way}: ${doors.join(', ')}.`, ...steps, back];
  }
  const { steps, back } = diagram;
  return [...steps.map(({ title, text }) => `${title}: ${text}`), back.text];
}

function flowInWords({ nodes, edges }: Extract<Diagram, { draw: 'flow' }>): readonly string[] {
  return nodes.map(({ id, title, text }) => {
    const gets = edges.filter(({ to }) => to === id).flatMap((edge) => edge.text ?? []);
    return [`${title}.`, text, ...gets.map((what) => t('diagram.gets', { what }))]
      .filter(Boolean)
      .join(' ');
  });
}
