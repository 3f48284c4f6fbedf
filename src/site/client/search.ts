/**
 * The search box, on Pagefind's own API. Fetched only when somebody opens the search.
 * The query never leaves the browser: the index is files of this site.
 */

/** Filled in by the bundler: the interface texts of the search. */
declare const SEARCH_TEXTS: Readonly<Record<string, string>>;

interface SubResult {
  readonly title: string;
  readonly url: string;
}

interface PagefindHit {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly SubResult[];
}

interface Pagefind {
  init(): Promise<void>;
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(query: string): Promise<{ results: readonly { data(): Promise<PagefindHit> }[] } | null>;
}

const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  (SEARCH_TEXTS[key] ?? key).replace(/\{(\w+)\}/g, (_whole, name: string) =>
    String(values[name] ?? ''),
  );

const scriptAddress = (document.currentScript as HTMLScriptElement).src;
const pageSize = 8;
const longestQuery = 200;
let engine: Promise<Pagefind> | undefined;

function loadEngine(): Promise<Pagefind> {
  engine ??= (async () => {
    const address = new URL('../pagefind/pagefind.js', scriptAddress).href;
    const pagefind = (await import(address)) as Pagefind;
    await pagefind.options({ baseUrl: new URL('../', scriptAddress).pathname, excerptLength: 22 });
    await pagefind.init();
    return pagefind;
  })();
  engine.catch(() => {
    engine = undefined; // the next try loads it again
  });
  return engine;
}

/** Builds the form, its results and its announcements inside an element. */
function searchForm(where: HTMLElement, idPrefix: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'search';
  input.id = `${idPrefix}-input`;
  input.name = 'q';
  input.autocomplete = 'off';
  input.maxLength = 10_000;
  const label = document.createElement('label');
  label.htmlFor = input.id;
  label.textContent = say('search.label');
  const row = document.createElement('div');
  row.className = 'search-row';
  row.append(input);
  const hint = paragraph(say('search.hint'), 'meta');
  const status = paragraph('', 'meta');
  status.setAttribute('role', 'status');
  const list = document.createElement('ol');
  list.className = 'hits';
  const more = button(say('search.more'), 'button button-quiet');
  more.hidden = true;
  const form = document.createElement('form');
  form.className = 'search-form';
  form.setAttribute('role', 'search');
  form.append(label, row, hint, status, list, more);
  form.addEventListener('submit', (event) => event.preventDefault());
  where.append(form);
  connect({ input, status, list, more });
  return input;
}

interface Parts {
  readonly input: HTMLInputElement;
  readonly status: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
}

function connect({ input, status, list, more }: Parts): void {
  let turn = 0;
  let show = pageSize;

  const run = async () => {
    turn += 1;
    const mine = turn;
    const query = input.value.trim().slice(0, longestQuery);
    if (query === '') {
      list.replaceChildren();
      status.textContent = '';
      more.hidden = true;
      return;
    }
    try {
      const found = await (await loadEngine()).search(query);
      const results = found?.results ?? [];
      const hits = await Promise.all(results.slice(0, show).map((result) => result.data()));
      if (mine !== turn) return; // a newer query has taken over
      list.replaceChildren(...hits.map(hitItem));
      more.hidden = results.length <= show;
      status.textContent = countText(results.length, query);
    } catch {
      if (mine === turn) status.textContent = say('search.failed');
    }
  };

  input.addEventListener('input', () => {
    show = pageSize;
    void run();
  });
  input.addEventListener('focus', () => void loadEngine().catch(() => undefined), { once: true });
  more.addEventListener('click', () => {
    const first = list.children.length;
    show += pageSize;
    void run().then(() => list.children[first]?.querySelector('a')?.focus());
  });
}

function countText(count: number, query: string): string {
  if (count === 0) return say('search.none', { query });
  return say(count === 1 ? 'search.one' : 'search.count', { n: count, query });
}

function hitItem(hit: PagefindHit): HTMLLIElement {
  const item = document.createElement('li');
  item.append(link(hit.url, hit.meta['title'] ?? hit.url), excerpt(hit.excerpt));
  const sections = hit.sub_results.filter(({ url }) => url.includes('#')).slice(0, 3);
  if (sections.length > 0) {
    const list = document.createElement('ul');
    for (const { url, title } of sections) {
      const section = document.createElement('li');
      section.append(link(url, title));
      list.append(section);
    }
    item.append(list);
  }
  return item;
}

/** Pagefind marks hits with `<mark>` in escaped text; it is rebuilt here, never set as HTML. */
function excerpt(html: string): HTMLParagraphElement {
  const line = document.createElement('p');
  html.split(/<mark>(.*?)<\/mark>/g).forEach((part, index) => {
    const text = unescapeHtml(part);
    if (index % 2 === 0) line.append(text);
    else {
      const mark = document.createElement('mark');
      mark.textContent = text;
      line.append(mark);
    }
  });
  return line;
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function paragraph(text: string, className: string): HTMLParagraphElement {
  const line = document.createElement('p');
  line.className = className;
  line.textContent = text;
  return line;
}

function button(text: string, className: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  return element;
}

function openDialog(): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'search-dialog';
  dialog.setAttribute('aria-label', say('search.title'));
  const input = searchForm(dialog, 'sok-dialog');
  const close = button(say('search.close'), 'button button-quiet');
  close.addEventListener('click', () => dialog.close());
  input.after(close);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  };
  addEventListener('skd:search', open);
  open();
}

const onPage = document.querySelector<HTMLElement>('[data-search-page]');
if (onPage) {
  const input = searchForm(onPage, 'sok-sida');
  addEventListener('skd:search', () => input.focus());
  document.documentElement.dataset['search'] = 'page';
  const query = new URLSearchParams(location.search).get('q');
  if (query) {
    input.value = query;
    input.dispatchEvent(new Event('input'));
  }
} else {
  openDialog();
}

export {};
