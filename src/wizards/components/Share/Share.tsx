import { useState } from 'preact/hooks';
import type { Wizard } from '../../engine/types.ts';
import { loadPart } from '../load-part.ts';
import { sharedAddress } from '../published-address.ts';
import type { RecordParts } from '../Record/record-parts.ts';
import { t } from '../texts.ts';

export interface ShareProps {
  readonly wizard: Wizard;
  /** The titles of the result, for the subject of a mail. */
  readonly outcome: string;
}

/** Share the answers: copy a link, show it as a QR code, begin a mail. Never free text. */
export function Share({ wizard, outcome }: ShareProps) {
  const [said, setSaid] = useState('');
  const [qr, setQr] = useState<Pick<RecordParts, 'QrCode'> | null>(null);

  const copy = async () => {
    const address = sharedAddress();
    try {
      await navigator.clipboard.writeText(address);
      setSaid(t('copied'));
    } catch {
      setSaid(t('copyFailed', { address }));
    }
  };
  const showQr = async () => {
    if (qr) return setQr(null);
    try {
      setQr(await loadPart('record'));
      setSaid(t('qrShown'));
    } catch {
      setSaid(t('recordFailed'));
    }
  };

  return (
    <div class="share">
      <div class="actions">
        <button type="button" class="button button-quiet" onClick={copy}>
          {t('copyLink')}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={qr !== null}
          onClick={showQr}
        >
          {t(qr ? 'qrHide' : 'qrShow')}
        </button>
        <a class="button button-quiet" href={mailDraft(wizard, outcome)}>
          {t('mail')}
        </a>
      </div>
      <p class="meta">{t('shareNote')}</p>
      {qr && <qr.QrCode address={sharedAddress()} />}
      <p role="status">{said}</p>
    </div>
  );
}

function mailDraft({ title }: Wizard, outcome: string): string {
  const subject = encodeURIComponent(t('mailSubject', { title }));
  const body = encodeURIComponent(t('mailBody', { title, outcome, address: sharedAddress() }));
  return `mailto:?subject=${subject}&body=${body}`;
}
