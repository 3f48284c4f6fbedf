import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanField } from '../../stores/saved/change-plan.ts';
import { statuses } from '../../stores/saved/item.ts';
import { type PlanAction, timeOf } from '../../stores/saved/plan.ts';
import { type Catalog, roleName } from './page-parts.ts';
import { originName } from './plan-words.ts';
import { dayText, t, today } from './saved-texts.ts';

interface Props {
  readonly action: PlanAction;
  readonly number: number;
  readonly catalog: Catalog;
  readonly onChange: (action: PlanAction, field: PlanField, value: string) => void;
  readonly onRemove: (action: PlanAction) => void;
}

/** The field that had the focus when its action moved to another group: it gets it back. */
let focused = '';

/** One action: what, who, when, how far, and the reader's note. */
export function ActionCard({ action, number, catalog, onChange, onRemove }: Props) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const field = focused && card.current?.querySelector<HTMLElement>(`#${CSS.escape(focused)}`);
    if (field && document.activeElement === document.body) field.focus();
  }, []);
  const idOf = (field: PlanField) => `${field}-${action.id}`;
  const set = (field: PlanField) => (value: string) => {
    focused = idOf(field);
    if (value !== action[field]) onChange(action, field, value);
  };
  const origin = originName(action, catalog);
  const isLate = timeOf(action, today()) === 'late';
  return (
    <li ref={card} class="plan-card" data-status={action.status}>
      <h3>
        <span class="plan-number">{number}.</span> {action.text}
      </h3>
      <p class="meta">
        <span>{origin || t('plan.ownAction')}</span>
        <span class="print-only">
          {[
            roleName(catalog, action.role),
            action.due && dayText(action.due),
            t(`plan.status.${action.status}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {isLate && <span class="late">{t('plan.late')}</span>}
        {action.isLeft && <span>{t('plan.left')}</span>}
      </p>
      <div class="plan-fields">
        <p>
          <label for={idOf('status')}>{t('plan.column.status')}</label>
          <select
            id={idOf('status')}
            value={action.status}
            onChange={({ currentTarget }) => set('status')(currentTarget.value)}
          >
            {statuses.map((status) => (
              <option key={status} value={status}>
                {t(`plan.status.${status}`)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for={idOf('due')}>{t('plan.column.due')}</label>
          <DateField id={idOf('due')} value={action.due} onCommit={set('due')} />
        </p>
        <p>
          <label for={idOf('role')}>{t('plan.column.role')}</label>
          <TextField
            id={idOf('role')}
            value={roleName(catalog, action.role)}
            onCommit={(name) => set('role')(roleId(catalog, name))}
            list="roller"
          />
        </p>
      </div>
      <details class="plan-note" open={action.note !== ''}>
        <summary>{t('plan.column.note')}</summary>
        <label class="hidden-text" for={idOf('note')}>
          {t('plan.noteFor', { text: action.text })}
        </label>
        <TextField id={idOf('note')} value={action.note} onCommit={set('note')} isLong />
        {action.note && <p class="print-only">{action.note}</p>}
      </details>
      {(!action.from || action.isLeft) && (
        <button
          type="button"
          class="link"
          aria-label={t('saved.removeThis', { name: action.text })}
          onClick={() => onRemove(action)}
        >
          {t('saved.remove')}
        </button>
      )}
    </li>
  );
}

/** A role of the site when it has the name, else the reader's own word. */
export function roleId({ roles }: Catalog, name: string): string {
  const known = Object.entries(roles).find(
    ([, each]) => each.toLocaleLowerCase('sv') === name.trim().toLocaleLowerCase('sv'),
  );
  return known?.[0] ?? name.trim();
}

interface FieldProps {
  readonly id: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

/**
 * A field that keeps what is being written until it is left, also when the list is drawn anew
 * because another tab has changed something, and when the page is closed in the middle of a word.
 */
function TextField({
  id,
  value,
  onCommit,
  list,
  isLong = false,
}: FieldProps & { readonly list?: string; readonly isLong?: boolean }) {
  const [draft, setDraft] = useDraft(onCommit);
  const props = {
    id,
    value: draft ?? value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setDraft(currentTarget.value),
    onBlur: () => {
      if (draft !== null) onCommit(draft);
      setDraft(null);
    },
  };
  return isLong ? (
    <textarea rows={3} {...props} />
  ) : (
    <input type="text" autocomplete="off" {...(list && { list })} {...props} />
  );
}

/** As `TextField`: a date is written in parts, and half a date is no date yet. */
function DateField({ id, value, onCommit }: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <input
      ref={input}
      type="date"
      id={id}
      value={value}
      min="2000-01-01"
      max="9999-12-31"
      onBlur={() => {
        const { value: given = '', validity } = input.current ?? {};
        if (validity?.valid !== false) onCommit(given);
      }}
    />
  );
}

function useDraft(onCommit: (value: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const last = useRef({ draft, onCommit });
  last.current = { draft, onCommit };
  useEffect(() => {
    const keep = () => {
      if (last.current.draft !== null) last.current.onCommit(last.current.draft);
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, []);
  return [draft, setDraft] as const;
}
