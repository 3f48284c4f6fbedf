import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';

/** A fault in the text itself, before any field is looked at. */
export interface YamlFault {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** Parsed YAML that knows the line of every place in it. */
export interface YamlDocument {
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  /** Line of a place, or of the nearest place around it that stands in the file. From 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Longer than any definition a person could review. */
const MAX_LENGTH = 1_000_000;

/** Parse text as YAML. Never throws: whatever is wrong is a fault with a line. */
export function parseYaml(text: string): YamlDocument {
  if (text.length > MAX_LENGTH) return failed('the file is too long.', 'Split the wizard.');
  try {
    return parse(text);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.split('\n')[0] : String(thrown);
    return failed(`the file cannot be read: ${reason}.`, 'Is the nesting too deep?');
  }
}

function parse(text: string): YamlDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const faults: YamlFault[] = [...document.errors, ...document.warnings].map((fault) => ({
    line: lineAt(fault.pos[0]),
    message: `the YAML cannot be read: ${fault.message}.`.replace('..', '.'),
    hint: HINTS[fault.code] ?? 'Check the indentation, colons and quotes on this line.',
  }));
  visit(document, {
    Alias: (_key, node) => {
      const message = `the YAML has the alias "*${node.source}".`;
      const hint = 'Write the text out: a definition must read the same from any line.';
      faults.push({ line: lineAt(node.range?.[0] ?? 0), message, hint });
      return visit.BREAK; // one is enough: a bomb has thousands
    },
  });
  return {
    value: faults.length ? undefined : document.toJS(),
    faults: firstOfEachLine(faults),
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

/** One slip makes the parser say several things about the same line; the first is the useful one. */
function firstOfEachLine(faults: readonly YamlFault[]): readonly YamlFault[] {
  return faults.filter(({ line }, index) => faults.findIndex((f) => f.line === line) === index);
}

const HINTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of them.',
  TAB_AS_INDENT: 'Indent with spaces.',
  MULTIPLE_DOCS: 'One file is one wizard: take away the `---`.',
};

function failed(message: string, hint: string): YamlDocument {
  return { value: undefined, faults: [{ line: 1, message, hint }], lineOf: () => 1 };
}

/** Where the last part of the path that stands in the file begins. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(segment),
      );
      if (!pair) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node) && typeof segment === 'number') {
      node = node.items[segment];
      if (isMap(node) || isScalar(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
