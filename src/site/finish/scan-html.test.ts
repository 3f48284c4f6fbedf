import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { scanHtml } from './scan-html.ts';

describe('scanHtml', () => {
  test('finds each attribute value where it stands', () => {
    const html = `<a href="/om/" class=x id='y'>text</a>`;
    const { attributes, ids } = scanHtml(html);
    expect(attributes.map(({ start, end }) => html.slice(start, end))).toEqual(['/om/', 'x', 'y']);
    expect([...ids]).toEqual(['y']);
  });

  test('does not take code samples, comments or scripts for links', () => {
    const { attributes } = scanHtml(
      `<!-- <a href="/a"> --><script>'<a href="/b">'</script><textarea><a href="/c"></textarea>`,
    );
    expect(attributes).toEqual([]);
  });

  test('tells inline scripts from data blocks and files', () => {
    const { inlineScripts } = scanHtml(
      `<script>a()</script><script type="application/json">{}</script><script src="x.js"></script>`,
    );
    expect(inlineScripts).toEqual(['a()']);
  });

  test('counts the text of main and of the Markdown part', () => {
    const { mainTextLength, proseTextLength } = scanHtml(
      '<p>out</p><main><h1>four</h1><div class="prose"><div>in</div>side</div></main>',
    );
    expect(mainTextLength).toBe(10);
    expect(proseTextLength).toBe(6);
  });
});

describe('contentSecurityPolicy', () => {
  test('allows the inline scripts of the page by hash, and nothing else inline', () => {
    const policy = contentSecurityPolicy(['a()'], []);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("default-src 'none'");
  });
});
