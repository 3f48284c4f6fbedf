import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { definitionJsonSchema } from '../src/wizards/definition/json-schema.ts';
import { readContext } from '../src/wizards/definition/read-context.ts';
import { formatFinding, readDefinition } from '../src/wizards/definition/read-definition.ts';
import { countWays } from '../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../src/wizards/engine/graph/outcome-graph.ts';

const USAGE = `Usage:
  node scripts/wizards.ts check [files…] [--json] [--today 2026-11-23]
  node scripts/wizards.ts schema`;

const ROOT = join(import.meta.dirname, '..');
const DEFINITIONS = join(ROOT, 'src/wizards/definitions');

/** 0 sound, 1 faults, 2 wrong use. */
type ExitCode = 0 | 1 | 2;

interface CheckOptions {
  readonly isJson: boolean;
  /** ISO date. */
  readonly today: string;
}

/** Print every finding. Warnings alone do not fail. */
function check(given: readonly string[], { isJson, today }: CheckOptions): ExitCode {
  const files = given.length ? given : allDefinitions();
  const context = readContext(ROOT, today);
  const results = files.map((file) => {
    const name = relative(process.cwd(), file);
    return { file: name, ...readDefinition(readFileSync(file, 'utf8'), name, context) };
  });
  const findings = results.flatMap((result) => result.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (isJson) console.log(JSON.stringify(findings, null, 2));
  else {
    for (const finding of findings) console.log(`${formatFinding(finding)}\n`);
    for (const { file, wizard, findings: own } of results)
      if (wizard && !own.some(({ severity }) => severity === 'error')) {
        const { ways, shortest, longest } = countWays(compileOutcomes(wizard));
        console.log(`${file}: ${ways} ways through, ${shortest} to ${longest} questions.`);
      }
    const warnings = findings.length - errors;
    console.log(`${files.length} definitions, ${errors} errors, ${warnings} warnings.`);
  }
  return errors ? 1 : 0;
}

function allDefinitions(): readonly string[] {
  return readdirSync(DEFINITIONS)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => join(DEFINITIONS, file));
}

function writeSchema(): ExitCode {
  writeFileSync(join(DEFINITIONS, 'schema.json'), definitionJsonSchema());
  return 0;
}

function main(): ExitCode {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, today: { type: 'string' } },
  });
  const [command, ...files] = positionals;
  const today = values.today ?? new Date().toISOString().slice(0, 10);
  if (command === 'check') return check(files, { isJson: values.json, today });
  if (command === 'schema' && !files.length) return writeSchema();
  console.error(USAGE);
  return 2;
}

try {
  process.exitCode = main();
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
}
