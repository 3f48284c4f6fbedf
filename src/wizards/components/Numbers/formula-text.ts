import type { Formula, Wizard } from '../../engine/types.ts';
import type { Translate } from '../page-data.ts';

const figures = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 4 });

/** A worked-out number: one decimal is as exact as a rule of thumb can be. */
export function resultText(value: number): string {
  return figures.format(value);
}

/** A number as somebody gave it. */
export function givenText(value: number): string {
  return exact.format(value);
}

/** What a formula says of each name: its label, and the value if it is known. */
export type NameText = (name: string) => string;

/** A formula in words: `antal enheter (2 800) delat med enheter per tekniker (650)`. */
export function formulaText(formula: Formula, nameText: NameText, t: Translate): string {
  const inner = (part: Formula): string => {
    const text = formulaText(part, nameText, t);
    return part.kind === 'name' || part.kind === 'constant' ? text : `(${text})`;
  };
  switch (formula.kind) {
    case 'constant':
      return givenText(formula.value);
    case 'name':
      return nameText(formula.name);
    case 'round-up':
      return t('calc.round-up', { what: formulaText(formula.of, nameText, t) });
    case 'largest':
      return `${t('calc.largest')} ${formula.of.map(inner).join(` ${t('calc.and')} `)}`;
    default:
      return formula.of.map(inner).join(` ${t(`calc.${formula.kind}`)} `);
  }
}

/** What a name in a formula of a guide is called. */
export function labelOf(wizard: Wizard, name: string, t: Translate): string {
  const question = wizard.questions.find(({ id }) => id === name);
  if (question?.kind === 'number') return t('calc.count', { unit: question.unit });
  const named = wizard.numbers
    .flatMap((number) => [number, ...number.thumbs])
    .find(({ id }) => id === name);
  return lowerFirst(named?.label ?? name);
}

function lowerFirst(text: string): string {
  // A word of capitals stays: "IKT-pedagoger", "MDM".
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);
}
