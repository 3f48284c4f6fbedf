import { useEffect, useMemo, useState } from 'preact/hooks';
import { changeAction, type PlanField, removeAction } from '../../stores/saved/change-plan.ts';
import type { PlanEntry } from '../../stores/saved/item.ts';
import {
  byDue,
  type Group,
  groupByRole,
  groupByTime,
  type PlanAction,
  planActions,
  timeOf,
} from '../../stores/saved/plan.ts';
import { writeSavedFile } from '../../stores/saved/saved-file.ts';
import { newId, type SavedStore } from '../../stores/saved/saved-store.ts';
import { download } from '../Record/download.ts';
import { useStore } from '../use-store.ts';
import { ActionCard } from './ActionCard.tsx';
import { AddAction } from './AddAction.tsx';
import { Notices, type Said, Say } from './Notices.tsx';
import { PlanExports } from './PlanExports.tsx';
import { type Catalog, type Guides, roleName } from './page-parts.ts';
import { rowsOf } from './plan-words.ts';
import { dayText, t, today } from './saved-texts.ts';
import { TimelineView } from './TimelineView.tsx';

export interface PlanPageProps {
  readonly store: SavedStore;
  readonly guides: Guides;
  readonly catalog: Catalog;
}

type Grouping = 'time' | 'role';

/** Min handlingsplan: every action of every saved result, and the reader's own, in one list. */
export function PlanPage({ store, guides, catalog }: PlanPageProps) {
  const state = useStore(store.$saved);
  const data = useStore(guides.$guides);
  const [said, say] = useState<Said | null>(null);
  const [grouping, setGrouping] = useState<Grouping>('time');
  useEffect(() => guides.want(state.items.map(({ guide }) => guide)), [state.items]);

  const actions = useMemo(() => planActions(state, data).toSorted(byDue), [state, data]);
  const rows = rowsOf(actions, catalog, today());
  const numbers = new Map(actions.map(({ id }, index) => [id, index + 1]));
  const change = (action: PlanAction, field: PlanField, value: string) => {
    const moved = movedTo(action, field, value, grouping);
    changeAction(store, action, field, value as PlanEntry[typeof field], new Date().toISOString());
    if (moved) say({ text: moved });
  };
  const remove = (action: PlanAction) => {
    const undo = removeAction(store, action);
    const text = t('plan.gone', { text: action.text.slice(0, 80) });
    say(undo.length > 0 ? { text, undo: () => store.undo(undo) } : { text });
  };
  const add = (action: PlanEntry) => {
    store.putOwn(newId(), action);
    say({ text: t('plan.added', { text: action.text.slice(0, 80) }) });
  };
  const takeBack = () => {
    said?.undo?.();
    say({ text: t('saved.undone') });
  };
  const exportAll = () =>
    download(
      `skoldigistod-sparat-${today()}.json`,
      writeSavedFile(state, today()),
      'application/json',
    );
  return (
    <>
      <Notices {...{ state, store, say }} onExport={exportAll} />
      <Say said={said} onUndo={takeBack} />
      {actions.length === 0 ? (
        <p class="saved-empty">{t('plan.empty')}</p>
      ) : (
        <>
          <Summary actions={actions} />
          <TimelineView rows={rows} today={today()} />
          <GroupChoice grouping={grouping} onChoose={setGrouping} />
          {groupsOf(actions, grouping, catalog).map((group) => (
            <section key={`${grouping}-${group.key}`} class="plan-group">
              <h2>{headingOf(group, grouping)}</h2>
              <ol class="plan-list">
                {group.actions.map((action) => (
                  <ActionCard
                    key={action.id}
                    {...{ action, catalog }}
                    number={numbers.get(action.id) ?? 0}
                    onChange={change}
                    onRemove={remove}
                  />
                ))}
              </ol>
            </section>
          ))}
        </>
      )}
      <AddAction {...{ catalog }} onAdd={add} />
      <PlanExports {...{ rows, say }} summary={summaryText(actions)} onExportAll={exportAll} />
    </>
  );
}

function groupsOf(
  actions: readonly PlanAction[],
  grouping: Grouping,
  catalog: Catalog,
): readonly Group[] {
  if (grouping === 'time') return groupByTime(actions, today());
  return groupByRole(actions, (role) => roleName(catalog, role));
}

function headingOf({ key, actions }: Group, grouping: Grouping): string {
  const name = grouping === 'time' ? t(`plan.time.${key}`) : key || t('plan.noRole');
  return t('plan.group', { name, n: actions.length });
}

/** What to say when a change takes an action to another group of the list. */
function movedTo(
  action: PlanAction,
  field: PlanField,
  value: string,
  grouping: Grouping,
): string | null {
  const before = timeOf(action, today());
  const after = timeOf({ ...action, [field]: value } as PlanEntry, today());
  if (grouping !== 'time' || before === after) return null;
  return t('plan.moved', { name: t(`plan.time.${after}`) });
}

function Summary({ actions }: { readonly actions: readonly PlanAction[] }) {
  return <p class="plan-summary">{summaryText(actions)}</p>;
}

function summaryText(actions: readonly PlanAction[]): string {
  const count = (status: string) => actions.filter((action) => action.status === status).length;
  const late = actions.filter((action) => timeOf(action, today()) === 'late').length;
  return t(late > 0 ? 'plan.summaryLate' : 'plan.summary', {
    date: dayText(today()),
    n: actions.length,
    done: count('done'),
    doing: count('doing'),
    late,
  });
}

interface ChoiceProps {
  readonly grouping: Grouping;
  readonly onChoose: (grouping: Grouping) => void;
}

function GroupChoice({ grouping, onChoose }: ChoiceProps) {
  return (
    <fieldset class="plan-choice">
      <legend>{t('plan.showBy')}</legend>
      {(['time', 'role'] as const).map((each) => (
        <span class="check" key={each}>
          <input
            type="radio"
            name="ordning"
            id={`ordning-${each}`}
            checked={each === grouping}
            onChange={() => onChoose(each)}
          />
          <label for={`ordning-${each}`}>{t(`plan.by.${each}`)}</label>
        </span>
      ))}
    </fieldset>
  );
}
