import { parseArgs } from 'node:util';
import { checkLanguage } from './content/check.ts';
import { report } from './content/report.ts';

const USAGE = `Usage: npm run content -- COMMAND
  check                    spelling, wordings to avoid and reading ease, every fault with place and remedy
  report                   pages, words, reading ease, sources, overdue facts, translations, broken references
Both take --json. report takes --today 2026-11-23.
Exit status: 0 in order, 1 faults in the texts, 2 wrong use.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const root = process.cwd();

switch (positionals[0]) {
  case 'check':
    process.exitCode = await checkLanguage(root, values.json);
    break;
  case 'report':
    process.exitCode = report(root, values.today, values.json);
    break;
  default:
    console.error(USAGE);
    process.exitCode = 2;
}
