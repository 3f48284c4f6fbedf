// Cuts the typeface to the letters of Swedish and English and to the weights in use.
// Run by hand after an upgrade of the font package; the result is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const letters =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~' +
  ' §©«°±·»ÀÁÄÅÆÉÈÊÖØÜàáâäåæçèéêëíîïñóôöøúüýÿ–—‘’“”„•…−×→←↑↓≥≤½¼€';
const source =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
const font = await subsetFont(readFileSync(source), letters, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700 } },
});
writeFileSync('src/assets/fonts/atkinson-next.woff2', font);
console.log(`src/assets/fonts/atkinson-next.woff2: ${font.length} bytes`);
