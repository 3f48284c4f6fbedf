import { readFileSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatFinding } from '../../src/wizards/definition/read-definition.ts';
import { DEFINITIONS, findFiles, type Options, printJson, ROOT, readFiles } from './files.ts';

/** Print every finding. Warnings alone do not fail. */
export function check(given: readonly string[], options: Options): 0 | 1 {
  const read = readFiles(given, options);
  const findings = read.flatMap((result) => result.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (options.isJson) printJson(findings);
  else {
    for (const finding of findings)
      console.log(`${formatFinding(finding)}\n${pageLine(finding.check)}\n`);
    const warnings = findings.length - errors;
    console.log(`${read.length} definitions, ${errors} errors, ${warnings} warnings.`);
  }
  return errors ? 1 : 0;
}

/** What the finding is called in the author's language, and the page about it. */
function pageLine(check: string): string {
  const page = `docs/checks/${check}.md`;
  const [title = ''] = readFileSync(join(ROOT, page), 'utf8').split('\n');
  return `${title.replace(/^# /, '')}: ${page}`;
}

/** Check again each time a file is saved, until stopped. */
export function watchAndCheck(given: readonly string[], options: Options): Promise<never> {
  const run = () => {
    console.log(`\n${new Date().toTimeString().slice(0, 8)}`);
    try {
      check(given, options);
    } catch (thrown) {
      console.error(thrown instanceof Error ? thrown.message : thrown);
    }
  };
  run();
  let timer: NodeJS.Timeout | undefined;
  const folders = new Set([
    ...findFiles(given).map((file) => dirname(file)),
    ...(given.length ? [] : [DEFINITIONS]),
  ]);
  for (const folder of folders)
    watch(folder, () => {
      clearTimeout(timer);
      timer = setTimeout(run, 100); // editors save in several steps
    });
  return new Promise(() => {});
}
