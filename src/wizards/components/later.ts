import type { FunctionComponent } from 'preact';
import type { CheckAnswersProps } from './CheckAnswers/CheckAnswers.tsx';
import type { KeepProps } from './Keep/Keep.tsx';
import type { NoticesProps } from './Notices/Notices.tsx';
import type { ResultProps } from './Result/Result.tsx';

/** What the last screens need. It is fetched while the questions are answered. */
export interface LaterParts {
  readonly CheckAnswers: FunctionComponent<CheckAnswersProps>;
  readonly Keep: FunctionComponent<KeepProps>;
  readonly Notices: FunctionComponent<NoticesProps>;
  readonly Result: FunctionComponent<ResultProps>;
}

/** How the two scripts of a guide find each other: the first lends Preact, the second brings its parts. */
export interface Meeting {
  readonly preact: Readonly<Record<string, unknown>>;
  ready(parts: LaterParts): void;
}

declare global {
  var skdGuide: Meeting | undefined;
}
