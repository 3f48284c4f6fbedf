import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { newsFeed } from './feed.ts';
import { contentSecurityPolicy } from './finish/content-security-policy.ts';
import { readHost } from './host.ts';
import { allNews, historyOf } from './news.ts';

const site = 'https://example.org/skola';

describe('news', () => {
  test('stand newest first, and a page knows those that concern it', () => {
    const dates = allNews().map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(historyOf('/federation/felsokning/').map(({ id }) => id)).toContain('forsta-versionen');
    expect(historyOf('/federation/').map(({ id }) => id)).toContain('forsta-versionen');
    expect(historyOf('/finns-inte/')).toEqual([]);
  });

  test('are each a whole entry of the Atom feed, with a text that cannot break it', () => {
    const note = {
      ...allNews()[0],
      text: 'Läs <b>det här</b> & mer ]]> än så, utan att flödet går sönder.',
    };
    const atom = newsFeed([note as ReturnType<typeof allNews>[number]], site).atom1();
    const document = parseDocument(atom, { xmlMode: true });
    const names = (node: { children?: unknown }): string[] =>
      (Array.isArray(node.children) ? node.children : []).flatMap((child) => [
        ...('name' in child ? [String(child.name)] : []),
        ...names(child),
      ]);
    expect(names(document)).toEqual(
      expect.arrayContaining(['feed', 'entry', 'id', 'updated', 'title', 'content']),
    );
    expect(names(document)).not.toContain('b');
    expect(atom).toContain(`<id>${site}/nyheter.html#${note.id}</id>`);
    expect(atom).toMatch(/rel="self" href="https:\/\/example\.org\/skola\/nyheter\/atom\.xml"/);
  });

  test('are the same bytes each time, in JSON too, and name no other day than their own', () => {
    const make = () => newsFeed(allNews(), site);
    expect(make().atom1()).toBe(make().atom1());
    const json = JSON.parse(make().json1()) as {
      version: string;
      items: { id: string; date_published: string; content_html: string }[];
    };
    expect(json.version).toContain('jsonfeed.org');
    expect(json.items.map(({ id }) => id.split('#')[1])).toEqual(allNews().map(({ id }) => id));
    expect(json.items[0]?.date_published.slice(0, 10)).toBe(allNews()[0]?.date);
  });
});

describe('readHost', () => {
  test('takes what the host gives, and nothing when it gives nothing', () => {
    expect(readHost({})).toEqual({ mail: null, form: null });
    expect(readHost({ FEEDBACK_MAIL: '', FEEDBACK_URL: '' })).toEqual({ mail: null, form: null });
    const { mail, form } = readHost({
      FEEDBACK_MAIL: 'synpunkter@skola.example',
      FEEDBACK_URL: 'https://form.example/ta-emot',
    });
    expect([mail, form?.host]).toEqual(['synpunkter@skola.example', 'form.example']);
  });

  test.each([
    [{ FEEDBACK_MAIL: 'a@b?bcc=c@d.example' }],
    [{ FEEDBACK_MAIL: 'ingen adress' }],
    [{ FEEDBACK_URL: 'http://form.example/' }],
    [{ FEEDBACK_URL: 'javascript:alert(1)' }],
    [{ FEEDBACK_URL: 'form.example' }],
  ])('refuses %o and says what to write', (environment) => {
    expect(() => readHost(environment)).toThrow(/Hint: write/);
  });
});

describe('the policy of a page with a form', () => {
  test('lets forms go to this site and to the origins given, no others', () => {
    expect(contentSecurityPolicy([], [])).toContain("form-action 'self';");
    expect(contentSecurityPolicy([], [], ['https://form.example'])).toContain(
      "form-action 'self' https://form.example;",
    );
  });
});
