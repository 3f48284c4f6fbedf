import { useEffect } from 'preact/hooks';
import { encode } from 'uqr';
import { wearRecordStyles } from '../Record/wear-styles.ts';
import { t } from '../record-texts.ts';

export interface QrCodeProps {
  /** A link, with the answers in its fragment. */
  readonly address: string;
}

/** A link as a picture, so that a whole room can open it: dark on light in both looks, with a quiet border. */
export function QrCode({ address }: QrCodeProps) {
  useEffect(wearRecordStyles, []);
  const { data, size } = encode(address, { ecc: 'L', border: 4 });
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('qrLabel')}>
      <rect class="qr-light" width={size} height={size} />
      <path class="qr-dark" d={dark.join('')} />
    </svg>
  );
}
