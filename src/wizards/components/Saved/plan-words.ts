import type { PlanRow, PlanWords } from '../../export/plan-rows.ts';
import { type PlanAction, timeOf } from '../../stores/saved/plan.ts';
import { type Catalog, roleName } from './page-parts.ts';
import { t } from './saved-texts.ts';

/** What the reader calls the decision an action follows from. */
export function originName(action: PlanAction, { guides }: Catalog): string {
  if (!action.from) return '';
  return action.from.name || (guides.get(action.from.guide)?.title ?? action.from.guide);
}

/** Actions in words, for every form of export. They are numbered in the order given. */
export function rowsOf(
  actions: readonly PlanAction[],
  catalog: Catalog,
  today: string,
): readonly PlanRow[] {
  return actions.map((action, index) => ({
    uid: action.uid,
    number: index + 1,
    text: action.text,
    role: roleName(catalog, action.role),
    due: action.due,
    status: t(`plan.status.${action.status}`),
    isDone: action.status === 'done',
    isLate: timeOf(action, today) === 'late',
    note: action.note,
    from: originName(action, catalog),
    changed: action.changed,
  }));
}

/** The words around the rows. */
export function planWords(summary: string): PlanWords {
  return {
    title: t('plan.title'),
    number: t('plan.column.number'),
    text: t('plan.column.text'),
    role: t('plan.column.role'),
    due: t('plan.column.due'),
    status: t('plan.column.status'),
    note: t('plan.column.note'),
    from: t('plan.column.from'),
    done: t('plan.doneMark'),
    undated: t('plan.undated'),
    today: t('plan.today'),
    page: t('plan.page'),
    summary,
  };
}
