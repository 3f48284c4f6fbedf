import type { Loader } from 'astro/loaders';
import { readAllWizards } from './wizards.ts';

/**
 * Content loader for the definitions of the guides: a faulty one stops the build, and the
 * development server says what is wrong as the author saves.
 */
export function wizardLoader(): Loader {
  return {
    name: 'wizard-definitions',
    async load({ store, watcher, logger }) {
      const loadAll = () => {
        const wizards = readAllWizards();
        store.clear();
        for (const wizard of wizards) store.set({ id: wizard.id, data: { ...wizard } });
      };
      loadAll();
      watcher?.on('change', (path) => {
        if (!path.includes('src/wizards/definitions')) return;
        try {
          loadAll();
        } catch (error) {
          logger.error(String(error));
        }
      });
    },
  };
}
