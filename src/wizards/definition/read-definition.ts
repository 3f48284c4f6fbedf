import { checkScales } from '../engine/check/check-scales.ts';
import { checkWizard } from '../engine/check/check-wizard.ts';
import type { CheckContext } from '../engine/check/context.ts';
import { error } from '../engine/check/findings.ts';
import { normalizeWizard } from '../engine/normalize-wizard.ts';
import type { Finding, Wizard } from '../engine/types.ts';
import { checkVersions } from '../engine/versions/check-versions.ts';
import type { Migration } from '../engine/versions/migrate.ts';
import { wizardSchema } from './schema.ts';
import { shapeFindings } from './shape-findings.ts';
import { parseYaml } from './yaml-document.ts';

/** A finding with its place in a file. */
export interface PlacedFinding extends Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface ReadDefinition {
  /** `null` when the shape is wrong. May have findings all the same. */
  readonly wizard: Wizard | null;
  readonly migrations: readonly Migration[];
  /** In order of lines. Sound when none is an error. */
  readonly findings: readonly PlacedFinding[];
}

/**
 * Read one definition: parse, check the shape, normalise, check everything else. Never throws for
 * what a file may hold.
 *
 * @param file As shown in findings; its name without `.yaml` is the id.
 */
export function readDefinition(text: string, file: string, context: CheckContext): ReadDefinition {
  const yaml = parseYaml(text);
  const place = (finding: Finding): PlacedFinding => ({
    ...finding,
    file,
    line: yaml.lineOf(finding.path),
  });
  if (yaml.faults.length) {
    const findings = yaml.faults.map(({ line, message, hint }) => ({
      ...error('yaml', [], message, hint),
      file,
      line,
    }));
    return { wizard: null, migrations: [], findings };
  }
  const shaped = wizardSchema.safeParse(yaml.value, { reportInput: true });
  if (!shaped.success) {
    const findings = shapeFindings(shaped.error.issues, yaml.value);
    return { wizard: null, migrations: [], findings: inOrder(findings.map(place)) };
  }
  const wizard = normalizeWizard(shaped.data);
  const scales = checkScales(shaped.data);
  const { migrations = [] } = shaped.data;
  const own = checkWizard(wizard, context);
  const isSound = own.every(({ severity }) => severity === 'warning');
  const archive = context.archives?.get(wizard.id);
  const versions = checkVersions(wizard, migrations, archive, isSound);
  const findings = [...checkFileName(wizard, file), ...scales, ...own, ...versions];
  return { wizard, migrations, findings: inOrder(findings.map(place)) };
}

/** `file:line question "x" …` and, on the next line, what to do. */
export function formatFinding({ file, line, severity, message, hint }: PlacedFinding): string {
  const word = severity === 'warning' ? 'warning: ' : '';
  return `${file}:${line} ${word}${message}\nHint: ${hint}`;
}

function checkFileName(wizard: Wizard, file: string): readonly Finding[] {
  const name = file.replace(/^.*[/\\]/, '').replace(/\.yaml$/, '');
  if (name === wizard.id) return [];
  const message = `the wizard has the id "${wizard.id}", but the file is called "${name}".`;
  return [error('file-name', ['id'], message, 'Give both the same name.')];
}

function inOrder(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return findings.toSorted((a, b) => a.line - b.line);
}
