import type { View } from '../../engine/types.ts';
import type { Translate } from '../page-data.ts';

interface Props {
  /** The question on the screen, from 1. */
  readonly number: number;
  readonly view: View;
  readonly t: Translate;
}

/** Where the reader is, exactly: never an invented percentage. The drawn path repeats the words. */
export function Progress({ number, view, t }: Props) {
  const { min, max } = view.remaining;
  // The question on the screen is not counted among those that are left.
  const isOpen = view.position.path.length < number;
  const left = {
    min: Math.max(0, min - (isOpen ? 1 : 0)),
    max: Math.max(0, max - (isOpen ? 1 : 0)),
  };
  const answered = Math.max(view.position.path.length, number - 1);
  const total = answered + max;
  return (
    <div class="progress">
      <p>
        <strong>{t('question', { n: number })}</strong> · {leftText(left, t)}
      </p>
      <ol class="progress-path" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <li key={index} class={stepClass(index, number, answered)} />
        ))}
      </ol>
    </div>
  );
}

function leftText({ min, max }: { min: number; max: number }, t: Translate): string {
  if (max === 0) return t('leftNone');
  return min === max ? t('leftExact', { n: max }) : t('leftRange', { min, max });
}

function stepClass(index: number, number: number, answered: number): string {
  if (index === number - 1) return 'here';
  return index < answered ? 'done' : 'ahead';
}
