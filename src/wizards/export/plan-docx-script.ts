import { writeDocx } from './docx.ts';
import { planDocument } from './plan-document.ts';

// Fetched when the plan is to be taken as a Word document: the library is large.
globalThis.skdPlanDocx = {
  docx: async (rows, words, day) => {
    const bytes = await writeDocx(planDocument(rows, words, day), null);
    return new Blob([bytes], {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
  },
};
