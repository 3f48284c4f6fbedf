/** Scripts that come when they are asked for, each with the global that it sets. */
export interface LaterScripts {
  record: import('./Record/record-parts.ts').RecordParts;
  docx: import('../export/docx-part.ts').DocxPart;
  plan: import('../export/plan-rows.ts').PlanExport;
}

declare global {
  /** What the scripts that came have brought. */
  var skdParts: Partial<LaterScripts> | undefined;
}

const asked = new Map<string, Promise<unknown>>();

/**
 * Fetches a script once and gives what it brings. Its address stands on an element of
 * the page (`data-record`); without one the script stands in the page itself. May be asked again when it failed.
 */
export function loadPart<Name extends keyof LaterScripts>(name: Name): Promise<LaterScripts[Name]> {
  let part = asked.get(name) as Promise<LaterScripts[Name]> | undefined;
  if (!part) {
    part = fetchPart(name);
    asked.set(name, part);
    part.catch(() => asked.delete(name));
  }
  return part;
}

async function fetchPart<Name extends keyof LaterScripts>(name: Name): Promise<LaterScripts[Name]> {
  const address = document.querySelector<HTMLElement>(`[data-${name}]`)?.dataset[name];
  const packed = document.querySelector(`script[data-packed="${name}"]`)?.textContent;
  if (!globalThis.skdParts?.[name]) {
    const script = document.createElement('script');
    if (packed) script.textContent = await unpack(packed);
    await run(script, packed ? undefined : address);
  }
  const part = globalThis.skdParts?.[name];
  if (!part) throw new Error(name);
  return part as LaterScripts[Name];
}

/** Adds a script to the page and waits until it has run, or could not be fetched. */
function run(script: HTMLScriptElement, address: string | undefined): Promise<unknown> | undefined {
  if (address !== undefined) script.src = address;
  const settled = new Promise((resolve) => {
    script.onload = resolve;
    script.onerror = resolve;
  });
  document.head.append(script);
  return address === undefined ? undefined : settled; // what stands in the page runs at once
}

/** In the guide as one file later scripts stand packed: base64 of gzip. The policy names its hash. */
function unpack(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
