import { useState } from 'preact/hooks';
import {
  type DecisionRecord,
  recordFileName,
  writeRecordJson,
} from '../../export/decision-record.ts';
import type { PlainDocument } from '../../export/document.ts';
import { writeMarkdown } from '../../export/markdown.ts';
import { writeOdt } from '../../export/odt.ts';
import { loadPart } from '../load-part.ts';
import { t } from '../record-texts.ts';
import { download } from './download.ts';

export interface DownloadsProps {
  readonly record: DecisionRecord;
  readonly document: PlainDocument;
  readonly onPrint: () => void;
}

type Format = 'docx' | 'odt' | 'md' | 'json';

const mediaTypes: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  md: 'text/markdown;charset=utf-8',
  json: 'application/json',
};

/** Take the record along: as a document to work on, as text, as a file to open again, on paper. */
export function Downloads({ record, document, onPrint }: DownloadsProps) {
  const [said, setSaid] = useState('');

  const write = async (format: Format) => {
    setSaid(t('making'));
    try {
      const contents = await writeAs(format, document, record);
      const name = recordFileName(record, format);
      download(name, contents, mediaTypes[format]);
      setSaid(t('made', { name }));
    } catch {
      setSaid(t('makeFailed'));
    }
  };

  return (
    <div class="record-take">
      <h3>{t('take')}</h3>
      <div class="actions">
        <button type="button" class="button" onClick={() => write('docx')}>
          {t('takeDocx')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => write('odt')}>
          {t('takeOdt')}
        </button>
        <button type="button" class="button button-quiet" onClick={onPrint}>
          {t('takePrint')}
        </button>
        <button type="button" class="link" onClick={() => write('md')}>
          {t('takeMd')}
        </button>
        <button type="button" class="link" onClick={() => write('json')}>
          {t('takeJson')}
        </button>
      </div>
      <p class="meta">{t('takeNote')}</p>
      <p role="status">{said}</p>
    </div>
  );
}

async function writeAs(
  format: Format,
  document: PlainDocument,
  record: DecisionRecord,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return (await loadPart('docx')).writeDocx(document, record);
    case 'odt':
      return writeOdt(document, record);
    case 'md':
      return writeMarkdown(document);
    case 'json':
      return writeRecordJson(record);
  }
}
