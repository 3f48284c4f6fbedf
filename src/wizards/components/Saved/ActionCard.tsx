import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanField } from '../../stores/saved/change-plan.ts';
import { statuses } from '../../stores/saved/item.ts';
import { type PlanAction, timeOf } from '../../stores/saved/plan.ts';
import { regainFocus } from './keep-focus.ts';
import { addressOf, type Catalog, roleName } from './page-parts.ts';
import { originName } from './plan-words.ts';
import { dayText, t, today } from './saved-texts.ts';

interface Props {
  readonly action: PlanAction;
  readonly number: number;
  readonly catalog: Catalog;
  readonly onChange: (action: PlanAction, field: PlanField, value: string) => void;
  readonly onRemove: (action: PlanAction) => void;
}

/** One action: what, who, when, how far, and the reader's note. */
export function ActionCard({ action, number, catalog, onChange, onRemove }: Props) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => regainFocus(card.current), []);
  const idOf = (field: PlanField) => `${field}-${action.id}`;
  const set =
    (field: PlanField) =>
    (value: string, seen: string = action[field]) => {
      if (value !== seen) onChange({ ...action, [field]: seen }, field, value);
    };
  const isLate = timeOf(action, today()) === 'late';
  return (
    <li ref={card} class="plan-card" data-status={action.status}>
      <h3>
        <span class="plan-number">{number}.</span> {action.text}
      </h3>
      <p class="meta">
        <Origin action={action} catalog={catalog} />
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
        {!action.from && (
          <p class="plan-text">
            <label for={idOf('text')}>{t('plan.ownText')}</label>
            <Field
              kind="text"
              id={idOf('text')}
              value={action.text}
              onCommit={(text, seen) => text.trim() && set('text')(text.trim(), seen)}
            />
          </p>
        )}
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
          <Field kind="date" id={idOf('due')} value={action.due} onCommit={set('due')} />
        </p>
        <p>
          <label for={idOf('role')}>{t('plan.column.role')}</label>
          <Field
            kind="text"
            id={idOf('role')}
            value={roleName(catalog, action.role)}
            onCommit={(name, seen) => set('role')(roleId(catalog, name), roleId(catalog, seen))}
            list="roller"
          />
        </p>
      </div>
      <details class="plan-note" open={action.note !== ''}>
        <summary>{t('plan.column.note')}</summary>
        <label class="hidden-text" for={idOf('note')}>
          {t('plan.noteFor', { text: action.text })}
        </label>
        <Field kind="long" id={idOf('note')} value={action.note} onCommit={set('note')} />
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

/** The decision the action follows from, with a link to its result. */
function Origin({ action, catalog }: Pick<Props, 'action' | 'catalog'>) {
  const { from } = action;
  const guide = from && catalog.guides.get(from.guide);
  if (!from) return <span>{t('plan.ownAction')}</span>;
  const name = originName(action, catalog);
  return guide ? <a href={addressOf(guide, from)}>{name}</a> : <span>{name}</span>;
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
  /** `seen` is what stood in the field when the reader began to write. */
  readonly onCommit: (value: string, seen: string) => void;
  /** `long` is a text of several lines. */
  readonly kind: 'text' | 'long' | 'date';
  readonly list?: string;
}

/**
 * A field that keeps what is being written until it is left: also when the list is drawn anew
 * because another tab has changed something, and when the page is closed in the middle of a word.
 */
function Field({ id, value, onCommit, kind, list }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const seen = useRef(value);
  if (draft === null) seen.current = value;
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const commit = () => {
    // Half a date is no date yet.
    if (draft !== null && field.current?.validity.valid) onCommit(draft, seen.current);
  };
  const last = useRef(commit);
  last.current = commit;
  useEffect(() => {
    const keep = () => last.current();
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, []);
  const props = {
    ref: field,
    id,
    value: draft ?? value,
    onInput: () => setDraft(field.current?.value ?? null),
    onBlur: () => {
      commit();
      setDraft(null);
    },
  };
  if (kind === 'long') return <textarea rows={3} {...props} />;
  if (kind === 'date') return <input type="date" min="2000-01-01" max="9999-12-31" {...props} />;
  return <input type="text" autocomplete="off" {...(list && { list })} {...props} />;
}
