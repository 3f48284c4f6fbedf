import type { Hit } from '../../search/hit.ts';
import { type Filters, firstRecords, type SearchAnswer } from '../../search/search.ts';
import { button, element } from './element.ts';
import { built, siteRoot } from './files.ts';
import { hitItem, revealTarget } from './hits.ts';
import {
  faultCount,
  fetchIndexFor,
  fetchRest,
  forgetSearch,
  type LoadedSearch,
  loadSearch,
} from './load.ts';
import { forgetQueries, recentQueries, rememberQuery } from './recent.ts';
import { say } from './say.ts';

/** In the order to choose from; only those that the site has. */
const kinds = ['sida', 'guide', 'mall', 'fraga', 'resultat', 'rad', 'ord', 'uppgift'];
const pageSize = 8;
/** Nobody types any more: the answer is being read. */
const stillMs = 300;

export interface SearchBox {
  readonly input: HTMLInputElement;
  /** Asks for something, as if it had been typed. */
  ask(query: string): void;
}

interface BoxOptions {
  readonly idPrefix: string;
  /** Called with each query that has been answered. */
  onAnswer?(query: string): void;
  onSubmit(query: string): void;
  /** Called when a hit on the open page is chosen. */
  onSamePage?(): void;
}

/** Builds the search inside an element: field, filters, announcements, hits. */
export function searchBox(where: HTMLElement, options: BoxOptions): SearchBox {
  const input = element('input', {
    type: 'search',
    id: `${options.idPrefix}-input`,
    name: 'q',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    maxlength: '10000',
  });
  const kind = select(
    say('filterKind'),
    say('allKinds'),
    kinds.filter((id) => built?.kinds.includes(id)).map((id) => [id, say(`kind.${id}`)]),
  );
  const area = select(
    say('filterArea'),
    say('allAreas'),
    (built?.areas ?? []).map((name) => [name, name]),
  );
  const status = element('p', { class: 'meta', role: 'status' });
  const help = element('div', { class: 'search-help' });
  const list = element('ol', { class: 'hits' });
  const more = button(say('more'), () => showMore());
  more.hidden = true;
  const form = element(
    'form',
    { class: 'search-form', role: 'search' },
    element('label', { for: input.id }, say('label')),
    element('div', { class: 'search-row' }, input),
    element('div', { class: 'search-filters' }, kind.label, area.label),
    status,
    help,
    list,
    more,
  );
  where.append(form);

  let turn = 0;
  let shown: { answer: SearchAnswer; hits: readonly Hit[]; search: LoadedSearch } | undefined;
  let count = pageSize;

  const query = () => input.value.trim();
  const filters = (): Filters => ({
    ...(kind.field.value === '' ? {} : { kind: kind.field.value }),
    ...(area.field.value === '' ? {} : { area: area.field.value }),
  });
  const ask = (text: string) => {
    input.value = text;
    input.focus();
    void run();
  };

  async function run(): Promise<void> {
    turn += 1;
    const mine = turn;
    const text = query();
    count = pageSize;
    if (text === '') return showStart();
    const slow = setTimeout(() => {
      if (mine === turn && !shown) status.textContent = say('loading');
    }, 400);
    fetchIndexFor(text);
    try {
      const search = await loadSearch();
      if (mine !== turn) return;
      const faults = faultCount();
      const answer = await search.find(text, filters());
      if (faultCount() !== faults) throw new Error('files are missing');
      if (mine !== turn) return; // a newer query has taken over
      shown = { answer, hits: answer.hits(firstRecords), search };
      showHits(text);
      options.onAnswer?.(text);
    } catch {
      forgetSearch();
      if (mine === turn) showFault();
    } finally {
      clearTimeout(slow);
    }
  }

  /** Their texts come when they come; after them whatever the next query may need. */
  function itemsOf(hits: readonly Hit[], { table }: LoadedSearch): HTMLLIElement[] {
    const excerpts = hits.map((hit) => hit.excerpt());
    const mine = turn;
    const fetchIfStill = () => {
      if (mine === turn) void fetchRest();
    };
    void Promise.allSettled(excerpts).then(() => setTimeout(fetchIfStill, stillMs));
    return hits.map((hit, at) =>
      hitItem(hit, table.pageTitle(hit.address), excerpts[at] ?? Promise.resolve([])),
    );
  }

  function showHits(text: string): void {
    if (!shown) return;
    const { answer, hits, search } = shown;
    list.replaceChildren(...itemsOf(hits.slice(0, count), search));
    more.hidden = hits.length <= count && answer.total <= firstRecords;
    const short = text.length > 60 ? `${text.slice(0, 60)} …` : text;
    status.textContent = statusText(short, answer, hits.length);
    const suggestions =
      hits.length > 0 ? [] : search.words.nearest(text.toLocaleLowerCase('sv').slice(0, 60));
    help.replaceChildren(...(hits.length === 0 ? emptyHelp(suggestions, ask) : []));
  }

  function showMore(): void {
    if (!shown) return;
    const first = count;
    count += pageSize;
    const hits = shown.answer.hits(Math.max(firstRecords, count * 2));
    shown = { ...shown, hits };
    list.append(...itemsOf(hits.slice(first, count), shown.search));
    more.hidden = hits.length <= count;
    list.children[first]?.querySelector('a')?.focus();
  }

  function showStart(): void {
    shown = undefined;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = '';
    help.replaceChildren(...startHelp(ask, showStart));
  }

  function showFault(): void {
    list.replaceChildren();
    more.hidden = true;
    shown = undefined;
    status.textContent = say(built ? 'failed' : 'devWarning');
    help.replaceChildren(...waysOn());
  }

  input.addEventListener('input', () => void run());
  kind.field.addEventListener('change', () => void run());
  area.field.addEventListener('change', () => void run());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (query() === '') return;
    rememberQuery(query());
    options.onSubmit(query());
  });
  form.addEventListener('keydown', (event) => moveBetween(event, form));
  list.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest('a');
    if (!anchor) return;
    rememberQuery(query());
    if (revealTarget(anchor)) options.onSamePage?.();
  });
  showStart();
  return { input, ask };
}

/** Arrow keys go from the field to the hits and back; Tab goes through everything as it stands. */
function moveBetween(event: KeyboardEvent, form: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...form.querySelectorAll<HTMLElement>('input, .hits > li > a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function statusText(query: string, answer: SearchAnswer, hits: number): string {
  if (hits === 0) return say('none', { query });
  const corrected = answer.query.parts.flatMap(({ alternatives, corrected }) =>
    corrected === undefined ? [] : [alternatives[0]?.text ?? corrected],
  );
  const count =
    answer.total === 1 ? say('one', { query }) : say('count', { n: answer.total, query });
  if (!answer.isWhole) return `${say('partly', { query })} ${count}.`;
  return corrected.length > 0
    ? `${count}. ${say('corrected', { words: corrected.join(', ') })}`
    : count;
}

function select(name: string, all: string, values: readonly (readonly [string, string])[]) {
  const options = values.map(([value, text]) => element('option', { value }, text));
  const field = element('select', {}, element('option', { value: '' }, all), ...options);
  return { field, label: element('label', {}, element('span', {}, name), ' ', field) };
}

/** Before anything is typed: an example, and what was looked for the last times. */
function startHelp(ask: (query: string) => void, again: () => void): Node[] {
  const recent = recentQueries();
  const hint = element('p', { class: 'meta' }, say('hint'));
  if (recent.length === 0) return [hint];
  const clear = button(say('forget'), () => {
    forgetQueries();
    again();
  });
  return [hint, element('p', { class: 'meta' }, say('recent')), choices(recent, ask, clear)];
}

function choices(words: readonly string[], ask: (query: string) => void, ...last: Node[]) {
  const made = words.map((word) => button(word, () => ask(word)));
  return element('p', { class: 'choices-row' }, ...made, ...last);
}

/** Nothing found: words that are near, and the places where everything is listed. */
function emptyHelp(near: readonly string[], ask: (query: string) => void): Node[] {
  const meant = near.length === 0 ? [] : [element('p', {}, say('meant')), choices(near, ask)];
  return [...meant, ...waysOn()];
}

function waysOn(): Node[] {
  const ways = [
    ['ordlista.html', 'toGlossary'],
    ['beslutsguider.html', 'toGuides'],
    ['sok.html#alla-sidor', 'toAllPages'],
  ] as const;
  const lines = ways.map(([address, key]) =>
    element('li', {}, element('a', { href: new URL(address, siteRoot).href }, say(key))),
  );
  return [element('ul', {}, ...lines)];
}
