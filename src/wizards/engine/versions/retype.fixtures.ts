import type { Question } from '../types.ts';

/** What becomes of an answer when its question changes kind: kept where it means the same. */
export interface Retype {
  readonly from: Question['kind'];
  readonly to: Question['kind'];
  /** As in an address. Options a, b and c, where c stands alone among several. */
  readonly given: string;
  readonly kept: string | number | readonly string[];
}

const AGAIN = 'asked again';

export const RETYPES: readonly Retype[] = [
  { from: 'single', to: 'single', given: 'a', kept: 'a' },
  { from: 'single', to: 'single', given: 'c', kept: 'c' },
  { from: 'single', to: 'single', given: 'x', kept: AGAIN },
  { from: 'single', to: 'single', given: '', kept: AGAIN },
  { from: 'single', to: 'multiple', given: 'a', kept: ['a'] },
  { from: 'single', to: 'multiple', given: 'b', kept: ['b'] },
  { from: 'single', to: 'multiple', given: 'c', kept: ['c'] },
  { from: 'single', to: 'multiple', given: 'x', kept: AGAIN },
  { from: 'single', to: 'number', given: 'a', kept: AGAIN },
  { from: 'single', to: 'number', given: 'b', kept: AGAIN },
  { from: 'single', to: 'number', given: 'c', kept: AGAIN },
  { from: 'multiple', to: 'single', given: 'a', kept: 'a' },
  { from: 'multiple', to: 'single', given: 'c', kept: 'c' },
  { from: 'multiple', to: 'single', given: 'a.b', kept: AGAIN },
  { from: 'multiple', to: 'single', given: 'b.a', kept: AGAIN },
  { from: 'multiple', to: 'single', given: 'a.a', kept: 'a' },
  { from: 'multiple', to: 'single', given: 'x', kept: AGAIN },
  { from: 'multiple', to: 'multiple', given: 'a', kept: ['a'] },
  { from: 'multiple', to: 'multiple', given: 'b.a', kept: ['a', 'b'] },
  { from: 'multiple', to: 'multiple', given: 'a.c', kept: AGAIN },
  { from: 'multiple', to: 'multiple', given: 'a.x', kept: AGAIN },
  { from: 'multiple', to: 'number', given: 'a', kept: AGAIN },
  { from: 'multiple', to: 'number', given: 'a.b', kept: AGAIN },
  { from: 'number', to: 'single', given: '1', kept: AGAIN },
  { from: 'number', to: 'single', given: '9', kept: AGAIN },
  { from: 'number', to: 'multiple', given: '1', kept: AGAIN },
  { from: 'number', to: 'multiple', given: '9', kept: AGAIN },
  { from: 'number', to: 'number', given: '1', kept: 1 },
  { from: 'number', to: 'number', given: '9', kept: 9 },
  { from: 'number', to: 'number', given: '10', kept: AGAIN },
  { from: 'number', to: 'number', given: '0.5', kept: AGAIN },
];
