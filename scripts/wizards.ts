import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { definitionJsonSchema } from '../src/wizards/definition/json-schema.ts';
import { GraphLimitError } from '../src/wizards/engine/graph/limit.ts';
import { archive } from './wizards/archive.ts';
import { check, watchAndCheck } from './wizards/check.ts';
import { explain } from './wizards/explain.ts';
import { DEFINITIONS, UsageError } from './wizards/files.ts';
import { graph } from './wizards/graph.ts';
import { impact } from './wizards/impact.ts';
import { startNew } from './wizards/new.ts';
import { paths } from './wizards/paths.ts';
import { prove } from './wizards/prove.ts';

const USAGE = `Usage: npm run wizards -- COMMAND
  check [FILE or FOLDER …] [--watch]     every fault, with file, line and remedy
  prove [FILE or FOLDER …]               what is proved: ways, shortest and longest, outcomes
  paths FILE [--outcome ID] [--answers "g=b&n=120"] [--limit 20]
  explain FILE [--answers "g=b&n=120"]   why, why not, what would change it
  graph FILE [--dot] [--all]             nested text, or DOT for Graphviz
  impact OLD NEW                         which situations end differently
  new ID [FOLDER]                        a commented definition to start from
  archive [FILE or FOLDER …]             keep codes and links of the version
  schema                                 write schema.json for editors
Every command but new, archive and schema takes --json. --today 2026-11-23 sets the day.
Exit status: 0 in order, 1 faults in a definition, 2 wrong use. See docs/cli.md.`;

/** 0 in order, 1 faults in a definition, 2 wrong use. */
type ExitCode = 0 | 1 | 2;

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      today: { type: 'string' },
      watch: { type: 'boolean', default: false },
      answers: { type: 'string' },
      outcome: { type: 'string' },
      limit: { type: 'string', default: '20' },
      dot: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
}

function main(): ExitCode | Promise<never> {
  const { positionals, values } = readArguments();
  const [command, ...files] = positionals;
  const today = values.today ?? new Date().toISOString().slice(0, 10);
  const options = { isJson: values.json, today, answers: values.answers };
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number.');
  const commands: Readonly<Record<string, () => ExitCode | Promise<never>>> = {
    check: () => (values.watch ? watchAndCheck(files, options) : check(files, options)),
    prove: () => prove(files, options),
    paths: () => paths(files, { ...options, outcome: values.outcome, limit }),
    explain: () => explain(files, options),
    graph: () => graph(files, { ...options, isDot: values.dot, isAll: values.all }),
    impact: () => impact(files, options),
    new: () => startNew(files, options),
    archive: () => archive(files, options),
    schema: writeSchema,
  };
  const run = command && Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!run) throw new UsageError(USAGE);
  return run();
}

function writeSchema(): ExitCode {
  writeFileSync(join(DEFINITIONS, 'schema.json'), definitionJsonSchema());
  return 0;
}

try {
  process.exitCode = await main();
} catch (thrown) {
  const blame =
    thrown instanceof GraphLimitError ? ` To blame: ${JSON.stringify(thrown.blame)}` : '';
  console.error((thrown instanceof Error ? thrown.message : String(thrown)) + blame);
  process.exitCode = 2;
}
