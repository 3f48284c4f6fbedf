import { useState } from 'preact/hooks';
import type { Requirement, View } from '../../engine/types.ts';
import type { PageData } from '../page-data.ts';
import { t } from '../texts.ts';
import {
  type ComposedList,
  composeRequirements,
  countKind,
  listAsCsv,
  listAsMarkdown,
  listAsText,
  mostDemands,
  type RequirementBlock,
} from './requirement-list.ts';

interface Props {
  readonly data: PageData;
  readonly view: View;
}

/** The requirements of all outcomes as one list: to read, to copy and to take into a spreadsheet. */
export function Requirements({ data, view }: Props) {
  const blocks = composeRequirements(view);
  if (blocks.length === 0) return null;
  const demands = countKind(blocks, 'ska');
  const title = `${data.wizard.id}-list`;
  return (
    <section class="requirements table">
      <h2 id={title}>{t('list.title')}</h2>
      <p>{t('list.count', { ska: demands, bor: countKind(blocks, 'bor') })}</p>
      {demands > mostDemands && <p class="notice">{t('list.many', { n: mostDemands })}</p>}
      <TakeAway list={{ blocks, unknowns: view.unknowns }} roles={data.roles} />
      <table aria-labelledby={title}>
        <thead>
          <tr>
            {['id', 'text', 'evidence', 'followUp', 'owner'].map((key) => (
              <th key={key} scope="col">
                {t(`list.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        {blocks.map((block) => (
          <BlockRows key={block.outcome.id} block={block} roles={data.roles} />
        ))}
      </table>
    </section>
  );
}

interface BlockProps {
  readonly block: RequirementBlock;
  readonly roles: PageData['roles'];
}

function BlockRows({ block, roles }: BlockProps) {
  const { outcome, because, requirements } = block;
  return (
    <tbody>
      <tr class="block">
        <th scope="rowgroup" colSpan={5}>
          <strong>{outcome.title}</strong>
          {because.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </th>
      </tr>
      {requirements.map((each) => (
        <Row key={each.id} requirement={each} owner={roles[each.owner] ?? each.owner} />
      ))}
    </tbody>
  );
}

function Row({ requirement, owner }: { requirement: Requirement; owner: string }) {
  const { id, kind, text, evidence, followUp } = requirement;
  return (
    <tr>
      <th scope="row">
        {id} <span class={`kind kind-${kind}`}>{t(`kind.${kind}`)}</span>
      </th>
      <td data-label={t('list.text')}>{text}</td>
      <td data-label={t('list.evidence')}>{evidence}</td>
      <td data-label={t('list.followUp')}>{followUp}</td>
      <td data-label={t('list.owner')}>{owner}</td>
    </tr>
  );
}

interface TakeAwayProps {
  readonly list: ComposedList;
  readonly roles: PageData['roles'];
}

/** Copy as text, or fetch as a file for a spreadsheet or a document. Nothing is sent anywhere. */
function TakeAway({ list, roles }: TakeAwayProps) {
  const [said, setSaid] = useState('');
  const [isShown, setShown] = useState(false);
  const text = listAsText(list, roles, t);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setShown(false);
      setSaid(t('list.copied'));
    } catch {
      setShown(true);
      setSaid(t('list.copyFailed'));
    }
  };
  const fetchFile = (ending: 'csv' | 'md') => () => {
    const file = `${t('list.file')}.${ending}`;
    const isCsv = ending === 'csv';
    const content = isCsv ? listAsCsv(list.blocks, roles, t) : listAsMarkdown(list, roles, t);
    download(file, content, isCsv ? 'text/csv' : 'text/markdown');
    setSaid(t(`list.${ending}Ready`, { file }));
  };
  return (
    <div class="keep">
      <div class="actions">
        <button type="button" class="button" onClick={copy}>
          {t('list.copy')}
        </button>
        {(['csv', 'md'] as const).map((ending) => (
          <button
            key={ending}
            type="button"
            class="button button-quiet"
            onClick={fetchFile(ending)}
          >
            {t(`list.${ending}`)}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
      {isShown && (
        <textarea class="list-text" readOnly rows={12} aria-label={t('list.asText')}>
          {text}
        </textarea>
      )}
    </div>
  );
}

/** A link to a blob works from a page on disk too, where a server could not help. */
function download(name: string, content: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
