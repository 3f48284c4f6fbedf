import { CheckAnswers } from './CheckAnswers/CheckAnswers.tsx';
import { Keep } from './Keep/Keep.tsx';
import { Notices } from './Notices/Notices.tsx';
import { Result } from './Result/Result.tsx';

// The second script of a guide. Preact is the first script's: see src/site/scripts.ts.
globalThis.skdGuide?.ready({ CheckAnswers, Keep, Notices, Result });
