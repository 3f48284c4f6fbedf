import { useEffect, useRef, useState } from 'preact/hooks';
import { recordFileName, writeRecordJson } from '../../export/decision-record.ts';
import { readRecordValue } from '../../export/read-record.ts';
import { draftOf } from '../../export/record-draft.ts';
import { keepDraft } from '../../stores/draft-store.ts';
import { freshness, type Opened, openSaved } from '../../stores/saved/guide-data.ts';
import { duplicate } from '../../stores/saved/saved-file.ts';
import type { Saved, SavedStore } from '../../stores/saved/saved-store.ts';
import { download } from '../Record/download.ts';
import type { Said } from './Notices.tsx';
import { addressOf, type Catalog, type GuideData, type GuideLink } from './page-parts.ts';
import { ageText, dayText, t, today } from './saved-texts.ts';

interface Props {
  readonly item: Saved;
  /** Once it has come. */
  readonly guide: GuideData | undefined;
  readonly store: SavedStore;
  readonly catalog: Catalog;
  readonly say: (said: Said) => void;
}

/** One saved set of answers: what it is, how old, whether it still holds, and what can be done. */
export function SavedCard({ item, guide, store, catalog, say }: Props) {
  const link = catalog.guides.get(item.guide);
  const opened = guide ? openSaved(guide, item) : null;
  const name = item.name || link?.title || item.guide;
  const inPlanId = `plan-${item.id}`;
  return (
    <li class="saved-card">
      <SavedName {...{ item, store, say, name, link }} />
      <p class="meta">
        {item.name && link && <span>{link.title}</span>}
        <span>{t('saved.day', { date: dayText(item.day), age: ageText(item.day, today()) })}</span>
      </p>
      <OutcomeLine opened={opened} />
      <Warnings {...{ item, guide, opened, link }} />
      <p class="check">
        <input
          type="checkbox"
          id={inPlanId}
          checked={item.isInPlan}
          onChange={({ currentTarget }) =>
            store.changeItem(item, (now) => ({ ...now, isInPlan: currentTarget.checked }))
          }
        />
        <label for={inPlanId}>{t('saved.inPlan')}</label>
      </p>
      <CardButtons {...{ item, store, say, name, link }} />
    </li>
  );
}

interface NameProps extends Pick<Props, 'item' | 'store' | 'say'> {
  readonly name: string;
  readonly link: GuideLink | undefined;
}

/** The name as a link into the guide, or the form to change it. */
function SavedName({ item, store, say, name, link }: NameProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (isRenaming) input.current?.select();
    else if (wasRenaming.current) button.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);

  const save = (event: Event) => {
    event.preventDefault();
    const given = input.current?.value.trim() ?? '';
    store.changeItem(item, (now) => ({ ...now, name: given }));
    setIsRenaming(false);
    say({ text: t('saved.renamed', { name: given || (link?.title ?? item.guide) }) });
  };
  const id = `namn-${item.id}`;
  if (isRenaming) {
    return (
      <form class="rename" onSubmit={save}>
        <label for={id}>{t('saved.newName')}</label>
        <input ref={input} id={id} defaultValue={name} maxLength={200} autocomplete="off" />
        <div class="actions">
          <button type="submit" class="button">
            {t('saved.keepName')}
          </button>
          <button type="button" class="link" onClick={() => setIsRenaming(false)}>
            {t('saved.cancel')}
          </button>
        </div>
      </form>
    );
  }
  return (
    <div class="saved-name">
      <h2>{link ? <a href={addressOf(link, item)}>{name}</a> : name}</h2>
      <button
        ref={button}
        type="button"
        class="link"
        aria-label={t('saved.renameThis', { name })}
        onClick={() => setIsRenaming(true)}
      >
        {t('saved.rename')}
      </button>
    </div>
  );
}

function OutcomeLine({ opened }: { readonly opened: Opened | null }) {
  if (!opened) return null;
  const { outcomes } = opened;
  if (!outcomes) return <p>{t('saved.unfinished')}</p>;
  return (
    <p>
      {t('saved.result')} <strong>{outcomes.map(({ title }) => title).join('. ')}</strong>
    </p>
  );
}

interface WarningProps extends Pick<Props, 'item' | 'guide'> {
  readonly opened: Opened | null;
  readonly link: GuideLink | undefined;
}

/** When the answers are not what the guide would say today. */
function Warnings({ item, guide, opened, link }: WarningProps) {
  const state = guide && opened ? freshness(item, guide, opened) : looseFreshness(item, link);
  const isOld = Date.parse(today()) - Date.parse(item.day) > 365 * 86_400_000;
  const titles = opened?.outcomes?.map(({ title }) => title).join('. ') ?? '';
  return (
    <>
      {!link && <p class="stale">{t('saved.noGuide')}</p>}
      {link && state !== 'current' && (
        <p class="stale">
          {t(`saved.fresh.${state}`, { titles })}{' '}
          <a href={addressOf(link, item)}>{t('saved.review')}</a>
        </p>
      )}
      {opened && opened.notes.length > 0 && (
        <ul class="meta">
          {opened.notes.map(({ question, reason }) => (
            <li key={question}>{reason}</li>
          ))}
        </ul>
      )}
      {isOld && <p class="stale">{t('saved.old')}</p>}
    </>
  );
}

/** What can be said before the guide itself has come, from the number of its version. */
function looseFreshness(item: Saved, link: GuideLink | undefined): 'current' | 'newer' | 'ahead' {
  const version = Number(item.answers.match(/^v=(\d{1,9})(&|$)/)?.[1] ?? Number.NaN);
  if (!link || Number.isNaN(version) || version === link.version) return 'current';
  return version < link.version ? 'newer' : 'ahead';
}

interface ButtonProps extends Pick<Props, 'item' | 'store' | 'say'> {
  readonly name: string;
  readonly link: GuideLink | undefined;
}

function CardButtons({ item, store, say, name, link }: ButtonProps) {
  const read = item.record === null ? null : readRecordValue(item.record);
  const record = read && 'record' in read ? read.record : null;
  const copy = () => {
    duplicate(store, item, t('saved.copyName', { name }));
    say({ text: t('saved.copied', { name }) });
  };
  const remove = () => {
    const undo = store.removeItem(item.id);
    say({ text: t('saved.gone', { name }), undo: () => store.undo(undo) });
  };
  return (
    <div class="actions">
      {record && link && (
        // What was written goes along in this tab: the guide shows it when the record is opened.
        <a
          class="card-link"
          href={addressOf(link, item)}
          onClick={() => keepDraft(item.guide, draftOf(record))}
        >
          {t('saved.recordOn')}
        </a>
      )}
      {record && (
        <button
          type="button"
          class="link"
          onClick={() =>
            download(recordFileName(record, 'json'), writeRecordJson(record), 'application/json')
          }
        >
          {t('saved.record', { date: dayText(record.date) })}
        </button>
      )}
      <button type="button" class="link" aria-label={t('saved.copyThis', { name })} onClick={copy}>
        {t('saved.copy')}
      </button>
      <button
        type="button"
        class="link"
        aria-label={t('saved.removeThis', { name })}
        onClick={remove}
      >
        {t('saved.remove')}
      </button>
    </div>
  );
}
