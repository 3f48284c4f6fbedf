import { breakLines, textWidth } from './letters.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type TextStyle = 'plain' | 'soft' | 'bold' | 'head' | 'small' | 'name';

/** Size and line height of each style, as `site.css` sets them. */
const styles: Readonly<Record<TextStyle, { size: number; line: number; isBold: boolean }>> = {
  plain: { size: 15, line: 19, isBold: false },
  soft: { size: 14, line: 18, isBold: false },
  bold: { size: 15, line: 19, isBold: true },
  head: { size: 14, line: 18, isBold: true },
  small: { size: 13, line: 16, isBold: false },
  name: { size: 13, line: 16, isBold: false },
};

interface TextOptions {
  readonly style?: TextStyle;
  /** Lines are broken at this width; without it the text is one line. */
  readonly width?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/**
 * A sheet to draw on in pixels. All colours are classes, so that the style sheet draws for light, dark and paper.
 * The motif is a path that forks and comes to rest: `way`, `stop` where it goes on, `end` where it rests.
 */
export class Sheet {
  private readonly under: string[] = [];
  private readonly parts: string[] = [];

  /** A quiet ground under everything else. */
  ground(x: number, y: number, width: number, height: number, radius = 6): void {
    this.under.push(
      `<rect class="dia-ground" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${radius}"/>`,
    );
  }

  /** A line through points with rounded corners. */
  way(points: readonly Point[], kind: 'way' | 'thin' | 'dashed' = 'way', radius = 12): void {
    this.path(roundedPath(points, radius), kind);
  }

  /** Any line, as an SVG path. */
  path(d: string, kind: 'way' | 'thin' | 'dashed' | 'soft-way' = 'way'): void {
    this.parts.push(`<path class="dia-${kind}" d="${d}"/>`);
  }

  /** An open circle; with a number in it when there is one. */
  stop({ x, y }: Point, number?: number): void {
    this.circle('stop', x, y, number);
  }

  /** The filled circle where a path comes to rest. */
  end({ x, y }: Point, number?: number): void {
    this.circle('end', x, y, number);
  }

  private circle(kind: string, x: number, y: number, number?: number): void {
    const radius = number === undefined ? 6.5 : 12;
    this.parts.push(`<circle class="dia-${kind}" cx="${n(x)}" cy="${n(y)}" r="${radius}"/>`);
    if (number === undefined) return;
    const style = kind === 'end' ? 'dia-number dia-on' : 'dia-number';
    this.parts.push(`<text class="${style}" x="${n(x)}" y="${n(y + 4.5)}">${number}</text>`);
  }

  /** How sure an event is: filled, open, a ring with a dot, or a broken ring. */
  certain({ x, y }: Point, certainty: string): void {
    this.parts.push(
      `<circle class="dia-mark dia-${certainty}" cx="${n(x)}" cy="${n(y)}" r="5.5"/>`,
    );
    if (certainty !== 'andrahand') return;
    this.parts.push(`<circle class="dia-end" cx="${n(x)}" cy="${n(y)}" r="2.2"/>`);
  }

  /** How many events stand in one place. */
  count({ x, y }: Point, many: number): void {
    this.parts.push(
      `<circle class="dia-mark" cx="${n(x)}" cy="${n(y)}" r="9"/><text class="dia-number" x="${n(x)}" y="${n(y + 4.5)}">${many}</text>`,
    );
  }

  /** A straight line under everything that is drawn, over the grounds. */
  line(from: Point, to: Point, kind: 'faint' | 'now'): void {
    this.under.push(
      `<path class="dia-${kind}" d="M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}"/>`,
    );
  }

  /** A small head at the end of a line, pointing in a direction. */
  arrow({ x, y }: Point, direction: 'left' | 'right' | 'up' | 'down'): void {
    const [dx, dy] = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] }[direction] as [
      number,
      number,
    ];
    const side = (sign: number) =>
      `${n(x + dx * 7 + dy * 5 * sign)} ${n(y + dy * 7 + dx * 5 * sign)}`;
    this.parts.push(`<path class="dia-thin" d="M${side(1)}L${n(x)} ${n(y)}L${side(-1)}"/>`);
  }

  /**
   * Text from its first base line down.
   *
   * @returns The base line that a following line would have.
   */
  text(x: number, y: number, text: string, options: TextOptions = {}): number {
    const { style = 'plain', width, anchor = 'start' } = options;
    const { line } = styles[style];
    const lines = linesOf(text, style, width);
    const spans = lines.map((each, index) =>
      index === 0
        ? escapeHtml(each)
        : `<tspan x="${n(x)}" dy="${line}">${escapeHtml(each)}</tspan>`,
    );
    const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
    const look = style === 'plain' ? '' : ` class="dia-${style}"`;
    this.parts.push(`<text${look} x="${n(x)}" y="${n(y)}"${place}>${spans.join('')}</text>`);
    return y + lines.length * line;
  }

  /** @param label What the picture shows; its words stand beside it. */
  svg(width: number, height: number, kind: 'wide' | 'narrow', label: string): string {
    return `<svg class="dia dia-only-${kind}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" aria-label="${escapeHtml(label)}" data-pagefind-ignore="">${this.under.join('')}${this.parts.join('')}</svg>`;
  }
}

/** The lines a text is broken into. */
export function linesOf(text: string, style: TextStyle, width?: number): readonly string[] {
  const { size, isBold } = styles[style];
  return width === undefined ? [text] : breakLines(text, width, size, isBold);
}

/** How high a text becomes. */
export function textHeight(text: string, style: TextStyle, width?: number): number {
  return linesOf(text, style, width).length * styles[style].line;
}

/** How wide the widest line of a text is. */
export function widthOf(text: string, style: TextStyle): number {
  return textWidth(text, styles[style].size, styles[style].isBold);
}

/** Straight lines through points, their corners rounded. */
function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `M${n(first.x)} ${n(first.y)}`;
  rest.forEach((point, index) => {
    const before = points[index] as Point;
    const after = rest[index + 1];
    if (!after) {
      d += `L${n(point.x)} ${n(point.y)}`;
      return;
    }
    const into = toward(point, before, radius);
    const out = toward(point, after, radius);
    d += `L${n(into.x)} ${n(into.y)}Q${n(point.x)} ${n(point.y)} ${n(out.x)} ${n(out.y)}`;
  });
  return d;
}

/** The point on the way from one to another, at most half way. */
function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** One decimal, and none when it is nought. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
