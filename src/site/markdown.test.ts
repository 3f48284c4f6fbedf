import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { hastPlugins } from './markdown.ts';

const html = async (text: string) => (await markdownToHtml(text, { hastPlugins })).html;

describe('our Markdown', () => {
  test('puts in the value of a dated fact, linked to its place', async () => {
    expect(await html('De börjar [[slutprov-start]].')).toMatch(
      /<a href="\/laget\/#slutprov-start" class="fact" data-due="[\d-]+">2029<\/a>/,
    );
  });

  test('numbers sources in the order they are cited, the same source the same number', async () => {
    const text = await html('Ett [källa: gdpr]. Två [källa: rfc-9932, gdpr].');
    expect(text).toMatch(/Ett<sup class="cite"><a href="#kalla-gdpr"[^>]*>1<\/a><\/sup>\./);
    expect(text).toMatch(/#kalla-rfc-9932"[^>]*>2<[\s\S]*#kalla-gdpr"[^>]*>1</);
  });

  test.each(['[[finns-inte]]', 'x [källa: finns-inte]'])(
    'stops at %s and says what to do',
    async (text) => {
      await expect(async () => html(text)).rejects.toThrow(
        /finns-inte.*Hint: add it to src\/content/,
      );
    },
  );

  test('marks Krav, Rekommendation and Vårt råd first in a block only', async () => {
    expect(await html('**Krav.** Gör så.')).toContain(
      '<strong class="level level-krav">Krav.</strong>',
    );
    expect(await html('Detta är ett **Krav.**')).not.toContain('level');
  });

  test('gives headings ASCII ids', async () => {
    expect(await html('## Så gör ni: åtta steg')).toContain('id="sa-gor-ni-atta-steg"');
  });

  test('gives each cell its heading, and keeps a table a table', async () => {
    const table = await html('| Roll | Gör |\n|---|---|\n| It | Driver |');
    expect(table).toContain('<td role="cell" data-label="Gör">Driver</td>');
    expect(table).toContain('<th scope="col" role="columnheader">Roll</th>');
    expect(table).toMatch(/<div class="table"><table role="table">/);
  });

  test('draws the boxes of a checklist', async () => {
    const list = await html('- [ ] Gör så');
    expect(list).toContain('class="box"');
    expect(list).not.toContain('<input');
  });
});
