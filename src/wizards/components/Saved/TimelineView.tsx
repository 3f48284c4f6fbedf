import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanRow } from '../../export/plan-rows.ts';
import { type Dot, layTimeline, radius, type Tick } from '../../export/plan-timeline.ts';
import { monthText, t } from './saved-texts.ts';

interface Props {
  readonly rows: readonly PlanRow[];
  readonly today: string;
}

/** The plan as a line of time. The list below it is the same in text, by the same numbers. */
export function TimelineView({ rows, today }: Props) {
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(720);
  useEffect(() => {
    if (!figure.current) return;
    const measure = () => setWidth(Math.max(280, Math.floor(figure.current?.clientWidth ?? 720)));
    const observer = new ResizeObserver(measure);
    observer.observe(figure.current);
    return () => observer.disconnect();
  }, []);

  const timeline = layTimeline(rows, today, width);
  const undated = rows.filter(({ due }) => due === '').length;
  const kinds = new Set(timeline?.dots.map(({ kind }) => kind));
  return (
    <figure ref={figure} class="plan-picture">
      {timeline && (
        <svg
          viewBox={`0 0 ${timeline.width} ${timeline.height}`}
          role="img"
          aria-label={t('plan.pictureLabel', { n: timeline.dots.length })}
        >
          <path class="now" d={`M${timeline.today} 18V${timeline.y}`} />
          <text class="now-text" {...nowText(timeline.today, width)} y={10}>
            {t('plan.today')}
          </text>
          <path class="way" d={`M8 ${timeline.y}H${width - 8}`} />
          {timeline.ticks.map((tick) => (
            <Month key={tick.day} tick={tick} y={timeline.y} width={width} />
          ))}
          {timeline.dots.map((dot) => (
            <Point key={dot.number} dot={dot} />
          ))}
        </svg>
      )}
      <figcaption class="meta">
        {kinds.has('open') && <span class="key-open">{t('plan.keyOpen')}</span>}
        {kinds.has('late') && <span class="key-late">{t('plan.keyLate')}</span>}
        {kinds.has('done') && <span class="key-done">{t('plan.keyDone')}</span>}
        <span>{t('plan.pictureHint')}</span>
        {undated > 0 && <span>{t('plan.undatedCount', { n: undated })}</span>}
      </figcaption>
    </figure>
  );
}

/** The word stays inside the picture. */
function nowText(x: number, width: number) {
  if (x < 60) return { x: Math.max(x - 12, 2), 'text-anchor': 'start' } as const;
  if (x > width - 60) return { x: width - 2, 'text-anchor': 'end' } as const;
  return { x, 'text-anchor': 'middle' } as const;
}

function Month({ tick, y, width }: { tick: Tick; y: number; width: number }) {
  const isLast = tick.x > width - 40;
  return (
    <>
      <path class="way" d={`M${tick.x} ${y}v${radius + 5}`} />
      <text
        class="month"
        x={isLast ? width - 2 : tick.x}
        y={y + radius + 24}
        text-anchor={isLast ? 'end' : 'middle'}
      >
        {monthText(tick.day)}
      </text>
    </>
  );
}

function Point({ dot: { x, y, number, kind } }: { readonly dot: Dot }) {
  return (
    <g class={`point point-${kind}`}>
      {kind === 'late' ? (
        <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} rx="2" />
      ) : (
        <circle cx={x} cy={y} r={radius} />
      )}
      <text x={x} y={y + 5} text-anchor="middle">
        {number}
      </text>
    </g>
  );
}
