import { After } from './After/After.tsx';
import { Before } from './Before/Before.tsx';
import { LaterScreen } from './LaterScreen/LaterScreen.tsx';

// The second script of a guide. Preact is the first script's: see src/site/scripts.ts.
globalThis.skdGuide?.ready({ Before, After, LaterScreen });
