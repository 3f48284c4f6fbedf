/**
 * What a page of guidance can do besides being read: links to its headings, and reading aloud. Fetched
 * when somebody first points, types or touches, so that a page that is only read stays light.
 */
import { addHeadingLinks } from './page/heading-links.ts';
import { offerReading } from './page/read-aloud.ts';

addHeadingLinks();
offerReading();
