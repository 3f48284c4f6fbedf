import { dsvFormat } from 'd3-dsv';
import { fullRequirements } from '../../engine/blocks.ts';
import type { Outcome, Requirement, View } from '../../engine/types.ts';
import type { PageData, Translate } from '../page-data.ts';

/** What one outcome adds to the composed list, and why. */
export interface RequirementBlock {
  readonly outcome: Outcome;
  readonly because: readonly string[];
  readonly requirements: readonly Requirement[];
}

/** Everything that is taken away: the parts, and what is still to be found out. */
export interface ComposedList {
  readonly blocks: readonly RequirementBlock[];
  readonly unknowns: View['unknowns'];
}

/** Above so many demands that must be met, the list works against its purpose. */
export const mostDemands = 40;

/** The composed list, in the order of the outcomes. */
export function composeRequirements({ decision }: View): readonly RequirementBlock[] {
  return (decision?.outcomes ?? []).flatMap((outcome) => {
    const requirements = fullRequirements(outcome);
    if (requirements.length === 0) return [];
    const reasons = decision?.reasons.filter((reason) => reason.outcome === outcome) ?? [];
    return [{ outcome, requirements, because: reasons.map(({ rule }) => rule.because) }];
  });
}

export function countKind(blocks: readonly RequirementBlock[], kind: Requirement['kind']): number {
  return blocks.flatMap(({ requirements }) => requirements).filter((each) => each.kind === kind)
    .length;
}

/** The list as plain text, with room for what only the buyer knows. */
export function listAsText(list: ComposedList, roles: PageData['roles'], t: Translate): string {
  const parts = list.blocks.map(({ outcome, requirements }) =>
    [
      outcome.title.toLocaleUpperCase('sv'),
      ...requirements.map((each) =>
        [
          `${each.id} ${t(`kind.${each.kind}`).toLocaleUpperCase('sv')}: ${each.text}`,
          `  ${t('list.evidence')}: ${each.evidence}`,
          `  ${t('list.followUp')}: ${each.followUp}`,
          `  ${t('list.owner')}: ${roles[each.owner] ?? each.owner}`,
        ].join('\n'),
      ),
    ].join('\n\n'),
  );
  const open = openLines(list, roles);
  return [
    t('list.name').toLocaleUpperCase('sv'),
    t('list.head'),
    ...parts,
    ...(open.length > 0
      ? [[`${t('list.open')}:`, ...open.map((line) => `– ${line}`)].join('\n')]
      : []),
    `${t('list.ask')}:`,
    `${t('list.leftOut')}:`,
    t('disclaimer'),
  ].join('\n\n\n');
}

/** The list for a wiki or a document: headings, and a table for each part. */
export function listAsMarkdown(list: ComposedList, roles: PageData['roles'], t: Translate): string {
  const head = ['id', 'kind', 'text', 'evidence', 'followUp', 'owner'].map((key) =>
    t(`list.${key}`),
  );
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const parts = list.blocks.map(({ outcome, because, requirements }) =>
    [
      `## ${plain(outcome.title)}`,
      '',
      ...because.map((text) => `${plain(text)}\n`),
      row(head),
      row(head.map(() => '---')),
      ...requirements.map((each) =>
        row(
          [
            each.id,
            t(`kind.${each.kind}`),
            each.text,
            each.evidence,
            each.followUp,
            roles[each.owner] ?? each.owner,
          ].map(plain),
        ),
      ),
    ].join('\n'),
  );
  const lines = (texts: readonly string[]) => texts.map((text) => `- ${plain(text)}`).join('\n');
  const open = openLines(list, roles);
  return `${[
    `# ${t('list.name')}`,
    lines(t('list.head').split('\n')),
    ...parts,
    ...(open.length > 0 ? [`## ${t('list.open')}`, lines(open)] : []),
    `## ${t('list.ask')}`,
    `## ${t('list.leftOut')}`,
    t('disclaimer'),
  ].join('\n\n')}\n`;
}

/** What the reader answered "vet inte" to: to be found out before the list is used. */
function openLines({ unknowns }: ComposedList, roles: PageData['roles']): readonly string[] {
  return unknowns.flatMap(({ step, option: { unknown } }) =>
    unknown ? [`${step.question.ask} ${unknown.how} (${roles[unknown.ask] ?? unknown.ask})`] : [],
  );
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, '\\$&');
}

/** The list for a spreadsheet: semicolons and a byte order mark, as Swedish Excel wants them. */
export function listAsCsv(
  blocks: readonly RequirementBlock[],
  roles: PageData['roles'],
  t: Translate,
): string {
  const head = ['id', 'block', 'kind', 'text', 'evidence', 'followUp', 'owner'].map((key) =>
    t(`list.${key}`),
  );
  const rows = blocks.flatMap(({ outcome, requirements }) =>
    requirements.map((each) => [
      each.id,
      outcome.title,
      t(`kind.${each.kind}`),
      each.text,
      each.evidence,
      each.followUp,
      roles[each.owner] ?? each.owner,
    ]),
  );
  return `\ufeff${dsvFormat(';').formatRows([head, ...rows].map((row) => row.map(defuse)))}\n`;
}

/** A cell that a spreadsheet would read as a formula becomes text. */
export function defuse(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
