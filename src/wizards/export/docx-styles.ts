import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx';

const font = 'Arial';
const language = { value: 'sv-SE' };

/** Sizes are half points, spaces twentieths of a point. */
const style = (
  id: string,
  name: string,
  run: Readonly<Record<string, unknown>>,
  spacing: { readonly before?: number; readonly after?: number; readonly line?: number },
  more: Readonly<Record<string, unknown>> = {},
) => ({ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: { spacing, ...more } });

const heading = (size: number, before: number, after: number) => ({
  run: { font, size, bold: true, color: '000000', language },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

/** How each kind of paragraph looks: Word's own heading styles, so that its outline finds them. */
export const docxStyles: IStylesOptions = {
  default: {
    document: { run: { font, size: 21, language }, paragraph: { spacing: { line: 288 } } },
    heading1: heading(38, 0, 200),
    heading2: heading(26, 320, 90),
    heading3: heading(22, 180, 60),
    hyperlink: { run: { color: '1F4E79', underline: {} } },
  },
  paragraphStyles: [
    style('BodyText', 'Body Text', {}, { before: 60, after: 110 }),
    style(
      'Kicker',
      'Kicker',
      { size: 20, allCaps: true, color: '44525A', characterSpacing: 10 },
      { after: 120 },
    ),
    style('Lead', 'Lead', { bold: true }, { after: 80 }, { keepNext: true }),
    style('Small', 'Small', { size: 18 }, { after: 80 }),
    style('ListItem', 'List Item', {}, { after: 50 }),
    style('Cell', 'Cell', { size: 19 }, { after: 30 }),
    style('CellHead', 'Cell Head', { size: 19, bold: true }, { after: 30 }),
    style('AfterTable', 'After Table', { size: 12 }, { after: 60, line: 140 }),
    style('SignatureSpace', 'Signature Space', {}, { before: 700 }, { keepNext: true }),
    style(
      'SignatureLine',
      'Signature Line',
      { size: 19 },
      {},
      {
        indent: { right: 4000 },
        keepLines: true,
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' } },
      },
    ),
  ],
};

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 340, hanging: 340 } } },
});

export const numbering: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•')] },
    { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.')] },
  ],
};
