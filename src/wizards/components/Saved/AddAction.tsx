import { useRef, useState } from 'preact/hooks';
import type { PlanEntry } from '../../stores/saved/item.ts';
import { roleId } from './ActionCard.tsx';
import type { Catalog } from './page-parts.ts';
import { t } from './saved-texts.ts';

interface Props {
  readonly catalog: Catalog;
  readonly onAdd: (action: PlanEntry) => void;
}

/** The form for an action that no guide has asked for. */
export function AddAction({ catalog, onAdd }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    if (!form.current) return;
    const fields = new FormData(form.current);
    const read = (name: string) => String(fields.get(name) ?? '').trim();
    const text = read('text');
    setIsMissing(text === '');
    form.current.querySelector<HTMLElement>('[name=text]')?.focus();
    if (text === '') return;
    const changed = new Date().toISOString();
    const role = roleId(catalog, read('role'));
    onAdd({ text, role, due: read('due'), status: 'todo', note: '', changed });
    form.current.reset();
  };
  return (
    <form ref={form} class="plan-add" onSubmit={add} noValidate aria-labelledby="ny-atgard">
      <h2 id="ny-atgard">{t('plan.addTitle')}</h2>
      <p>
        <label for="ny-text">{t('plan.column.text')}</label>
        <input
          id="ny-text"
          name="text"
          autocomplete="off"
          aria-invalid={isMissing || undefined}
          aria-describedby="ny-fel"
        />
        <span class="error" id="ny-fel" role="alert">
          {isMissing && t('plan.addMissing')}
        </span>
      </p>
      <div class="plan-fields">
        <p>
          <label for="ny-due">{t('plan.column.due')}</label>
          <input id="ny-due" name="due" type="date" min="2000-01-01" max="9999-12-31" />
        </p>
        <p>
          <label for="ny-role">{t('plan.column.role')}</label>
          <input id="ny-role" name="role" list="roller" autocomplete="off" />
        </p>
      </div>
      <button type="submit" class="button button-quiet">
        {t('plan.add')}
      </button>
      <datalist id="roller">
        {Object.values(catalog.roles).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}
