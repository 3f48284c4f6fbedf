import { describeCondition } from '../../src/wizards/engine/check/describe-condition.ts';
import { formatAnswers } from '../../src/wizards/engine/check/findings.ts';
import { compareVersions } from '../../src/wizards/engine/explain/impact.ts';
import { formatCount, type Options, printJson, readWizard, UsageError } from './files.ts';

/** List exactly which situations end differently in a new version. */
export function impact([old, now, ...rest]: readonly string[], options: Options): 0 {
  if (!now || rest.length) throw new UsageError('Name the old definition and the new one.');
  const compared = compareVersions(readWizard(old, options), readWizard(now, options));
  if (!compared)
    throw new UsageError('One version asks before what the other asks after: no order fits both.');
  const changes = compared.changes.map(({ when, ...change }) => ({
    ...change,
    when: when && describeCondition(when),
  }));
  if (options.isJson) printJson({ ...compared, changes });
  else {
    for (const { from, to, ways, when, example } of changes)
      console.log(
        `${from.join(', ') || 'none'} → ${to.join(', ') || 'none'}: ${formatCount(ways)} situations\n  when ${when ?? 'too many parts to say'}\n  for example ${formatAnswers(example)}\n`,
      );
    const { same, changed, gone, added } = compared;
    console.log(
      `${formatCount(changed)} situations end differently, ${formatCount(same)} the same. ${formatCount(gone)} ways of the old version are gone, ${formatCount(added)} of the new one were not there.`,
    );
  }
  return 0;
}
