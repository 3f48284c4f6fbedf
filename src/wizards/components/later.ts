import type { FunctionComponent } from 'preact';
import type { AfterProps } from './After/After.tsx';
import type { BeforeProps } from './Before/Before.tsx';
import type { LaterScreenProps } from './LaterScreen/LaterScreen.tsx';

/** What the questions can do without for a moment. It is fetched while they are answered. */
export interface LaterParts {
  readonly Before: FunctionComponent<BeforeProps>;
  readonly After: FunctionComponent<AfterProps>;
  readonly LaterScreen: FunctionComponent<LaterScreenProps>;
}

/** How the two scripts of a guide find each other: the first lends Preact, the second brings its parts. */
export interface Meeting {
  readonly preact: Readonly<Record<string, unknown>>;
  ready(parts: LaterParts): void;
}

declare global {
  var skdGuide: Meeting | undefined;
}
