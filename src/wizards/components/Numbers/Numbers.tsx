import { useState } from 'preact/hooks';
import { computeNumbers, type NumberResult, type OwnThumbs } from '../../engine/compute-numbers.ts';
import type { Thumb, View } from '../../engine/types.ts';
import type { PageData } from '../page-data.ts';
import { t } from '../texts.ts';
import { formulaText, givenText, labelOf, resultText } from './formula-text.ts';

interface Props {
  readonly data: PageData;
  readonly view: View;
}

/** What is typed in the fields, by thumb id. Only the fields that were changed. */
type Typed = Readonly<Record<string, string>>;

/** Kept while the page is open, so that a look at an answer does not throw it away. */
const kept = new Map<string, Typed>();

/** The numbers of a guide, worked out again at each change of a rule of thumb. */
export function Numbers({ data, view }: Props) {
  const { wizard } = data;
  const [typed, setTyped] = useState<Typed>(kept.get(wizard.id) ?? {});
  const [said, setSaid] = useState('');
  const { path } = view.position;
  const results = computeNumbers(wizard, path, ownThumbs(data, typed));
  if (results.length === 0) return null;

  const change = (next: Typed) => {
    const after = computeNumbers(wizard, path, ownThumbs(data, next));
    setSaid(changesInWords(results, after));
    kept.set(wizard.id, next);
    setTyped(next);
  };
  const values = valuesOf(results, view, ownThumbs(data, typed));
  return (
    <section class="numbers">
      <h2>{t('numbers.title')}</h2>
      <p>{t('numbers.intro')}</p>
      {results.map((result) => (
        <NumberView key={result.number.id} {...{ data, result, values, typed, change }} />
      ))}
      <p role="status" class="hidden-text">
        {said}
      </p>
    </section>
  );
}

interface NumberProps {
  readonly data: PageData;
  readonly result: NumberResult;
  readonly values: ReadonlyMap<string, number>;
  readonly typed: Typed;
  readonly change: (typed: Typed) => void;
}

function NumberView({ data, result, values, typed, change }: NumberProps) {
  const { number, usual, formula } = result;
  const nameText = (name: string) =>
    `${labelOf(data.wizard, name, t)} (${givenText(rounded(values.get(name) ?? 0))})`;
  const from = usual && resultText(usual.from);
  const to = usual && resultText(usual.to);
  return (
    <div class="number-result">
      <h3>{number.label}</h3>
      <p class="number-value">{valueText(result)}</p>
      {from !== null && to !== null && from !== to && (
        <p class="meta">{t('numbers.usual', { from, to, unit: number.unit })}</p>
      )}
      <p class="meta">{t('numbers.formula', { formula: formulaText(formula, nameText, t) })}</p>
      {number.thumbs.map((thumb) => (
        <ThumbField key={thumb.id} {...{ data, thumb, typed, change }} />
      ))}
    </div>
  );
}

interface ThumbProps {
  readonly data: PageData;
  readonly thumb: Thumb;
  readonly typed: Typed;
  readonly change: (typed: Typed) => void;
}

/** One rule of thumb with its field, its source and the way back to our value. */
function ThumbField({ data, thumb, typed, change }: ThumbProps) {
  const id = `${data.wizard.id}-${thumb.id}`;
  const text = typed[thumb.id];
  const isWrong = text !== undefined && readThumb(thumb, text) === null;
  const source = data.sources[thumb.source];
  const { [thumb.id]: _, ...others } = typed;
  return (
    <div class="thumb">
      <label for={id}>{thumb.label}</label>
      <div class="thumb-field">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={thumb.min}
          max={thumb.max}
          step={thumb.step}
          value={text ?? String(thumb.value)}
          aria-describedby={`${id}-note`}
          aria-invalid={isWrong || undefined}
          onInput={(event) => change({ ...typed, [thumb.id]: event.currentTarget.value })}
        />
        <span>{thumb.unit}</span>
        {text !== undefined && (
          <button type="button" class="link" onClick={() => change(others)}>
            {t('numbers.reset', { value: givenText(thumb.value) })}
          </button>
        )}
      </div>
      <p id={`${id}-note`} class={isWrong ? 'error' : 'meta'}>
        {isWrong ? errorText(thumb) : noteText(thumb)}
      </p>
      {source && (
        <p class="hint">
          {t('numbers.source')} <a href={source.url}>{source.title}</a>
        </p>
      )}
    </div>
  );
}

function noteText({ usual }: Thumb): string {
  const note = `${t('numbers.thumb')}.`;
  if (!usual) return note;
  const ends = { from: givenText(usual.from), to: givenText(usual.to) };
  return `${note} ${t('numbers.usualThumb', ends)}`;
}

function errorText({ min, max, value }: Thumb): string {
  return t('numbers.error', {
    min: givenText(min),
    max: givenText(max),
    value: givenText(value),
  });
}

/** The number that is typed, or `null` when the field does not take it. */
function readThumb({ min, max }: Thumb, text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text.trim() !== '' && value >= min && value <= max ? value : null;
}

function ownThumbs({ wizard }: PageData, typed: Typed): OwnThumbs {
  return Object.fromEntries(
    wizard.numbers
      .flatMap(({ thumbs }) => thumbs)
      .flatMap((thumb) => {
        const value = readThumb(thumb, typed[thumb.id] ?? '');
        return value === null || value === thumb.value ? [] : [[thumb.id, value]];
      }),
  );
}

/** What each name in the formulas stands for now. */
function valuesOf(
  results: readonly NumberResult[],
  { position }: View,
  own: OwnThumbs,
): ReadonlyMap<string, number> {
  return new Map([
    ...position.path.map(({ question, answer }) => [question.id, Number(answer)] as const),
    ...results.map(({ number, value }) => [number.id, value] as const),
    ...results.flatMap(({ number }) =>
      number.thumbs.map(({ id, value }) => [id, own[id] ?? value] as const),
    ),
  ]);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function valueText({ number, value }: NumberResult): string {
  return t('numbers.value', { value: resultText(value), unit: number.unit });
}

/** The numbers that became others, for those who do not see them change. */
function changesInWords(before: readonly NumberResult[], after: readonly NumberResult[]): string {
  const texts = new Map(before.map((result) => [result.number.id, valueText(result)]));
  return after
    .filter((result) => texts.get(result.number.id) !== valueText(result))
    .map((result) => t('numbers.says', { label: result.number.label, value: valueText(result) }))
    .join(' ');
}
