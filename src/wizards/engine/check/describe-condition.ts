import type { Condition } from '../types.ts';

/** A condition as it would stand in the file: `{ grupp: [gy, komvux], not: { stor: true } }`. */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'true':
      return '{}';
    case 'all':
    case 'any':
      return `{ ${condition.kind}: [${condition.of.map(describeCondition).join(', ')}] }`;
    case 'not':
      return `{ not: ${describeCondition(condition.of)} }`;
    case 'between': {
      const bounds = [
        condition.from === null ? [] : `from: ${condition.from}`,
        condition.to === null ? [] : `to: ${condition.to}`,
      ].flat();
      return `{ ${condition.fact}: { ${bounds.join(', ')} } }`;
    }
    case 'has':
      return `{ ${condition.fact}: { ${condition.mode}: [${condition.values.join(', ')}] } }`;
    default: {
      const [only] = condition.values;
      const values = condition.values.length === 1 ? only : `[${condition.values.join(', ')}]`;
      return `{ ${condition.fact}: ${values} }`;
    }
  }
}
