import type { Finding, Wizard } from '../types.ts';
import type { CheckContext } from './context.ts';
import { error, type Path, suggest } from './findings.ts';

/** One id or address and where it stands. */
interface Mention {
  readonly value: string;
  readonly path: Path;
  readonly name: string;
}

/** Everything that points out of the definition: roles, sources, dated facts and pages. */
export function checkContent(wizard: Wizard, context: CheckContext): readonly Finding[] {
  return [
    ...unknown('role', rolesIn(wizard), context.roles),
    ...unknown('source', sourcesIn(wizard), context.sources),
    ...unknown('dated fact', [...stateIn(wizard), ...factsIn(wizard)], context.facts),
    ...unknown('page', pagesIn(wizard), context.pages),
    ...missingSources(wizard),
    ...titlesWithFacts(wizard),
  ];
}

function unknown(
  what: string,
  mentions: readonly Mention[],
  known: ReadonlySet<string> | undefined,
): readonly Finding[] {
  if (!known) return [];
  return mentions
    .filter(({ value }) => !known.has(value.replace(/#.*$/, '')))
    .map(({ value, path, name }) => {
      const message = `${name} names the ${what} "${value}", which does not exist.`;
      const check = what === 'page' ? 'dead-link' : 'unknown-id';
      return error(check, path, message, suggest(value, known));
    });
}

function mentions(name: string, path: Path, values: readonly string[]): readonly Mention[] {
  return values.map((value, index) => ({ value, name, path: [...path, index] }));
}

function rolesIn(wizard: Wizard): readonly Mention[] {
  return [
    ...mentions('the wizard', ['audience'], wizard.audience),
    ...wizard.questions.flatMap((question, index) =>
      question.kind === 'number'
        ? []
        : question.options.flatMap(({ id, unknown }, at) => {
            const name = `question "${question.id}" option "${id}"`;
            const path = ['questions', index, 'options', at, 'unknown', 'ask'];
            return unknown ? [{ value: unknown.ask, name, path }] : [];
          }),
    ),
    ...wizard.outcomes.flatMap((outcome, index) => [
      ...mentions(`outcome "${outcome.id}"`, ['outcomes', index, 'involve'], outcome.involve),
      ...outcome.steps.map(({ id, role }, at) => ({
        value: role,
        name: `outcome "${outcome.id}" step "${id}"`,
        path: ['outcomes', index, 'steps', at, 'role'],
      })),
      ...outcome.requirements.flatMap((each, at) => {
        if (typeof each === 'string') return [];
        const name = `outcome "${outcome.id}" requirement "${each.id}"`;
        return [
          { value: each.owner, name, path: ['outcomes', index, 'requirements', at, 'owner'] },
        ];
      }),
    ]),
  ];
}

function sourced(wizard: Wizard) {
  return [
    ...wizard.rules.map((item, at) => ({ item, what: 'rule', path: ['decision', 'rules', at] })),
    ...wizard.outcomes.map((item, at) => ({ item, what: 'outcome', path: ['outcomes', at] })),
    ...wizard.advice.map((item, at) => ({ item, what: 'advice', path: ['advice', at] })),
  ];
}

function sourcesIn(wizard: Wizard): readonly Mention[] {
  return [
    ...sourced(wizard).flatMap(({ item, what, path }) =>
      mentions(`${what} "${item.id}"`, [...path, 'sources'], item.sources),
    ),
    ...wizard.numbers.flatMap(({ id, thumbs }, index) =>
      thumbs.map((thumb, at) => ({
        value: thumb.source,
        name: `number "${id}" rule of thumb "${thumb.id}"`,
        path: ['numbers', index, 'thumbs', at, 'source'],
      })),
    ),
  ];
}

function missingSources(wizard: Wizard): readonly Finding[] {
  return sourced(wizard)
    .filter(({ item }) => !item.sources.length)
    .map(({ item, what, path }) => {
      const hint = 'Say where it comes from: `sources: [id]`.';
      return error('source-missing', path, `${what} "${item.id}" has no source.`, hint);
    });
}

function stateIn(wizard: Wizard): readonly Mention[] {
  return mentions('the wizard', ['state'], wizard.state);
}

function pagesIn(wizard: Wizard): readonly Mention[] {
  return wizard.outcomes.flatMap(({ id, guides }, index) =>
    mentions(`outcome "${id}"`, ['outcomes', index, 'guides'], guides),
  );
}

/** Every text with its place, as in the file. */
function textsIn(value: unknown, path: Path = []): readonly { text: string; path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = Array.isArray(value) ? Number(key) : key;
    return textsIn(inner, own === 'rules' ? ['decision', own] : [...path, own]);
  });
}

function factsIn(wizard: Wizard): readonly Mention[] {
  return textsIn(wizard).flatMap(({ text, path }) =>
    [...text.matchAll(/\[\[(.*?)\]\]/g)].map(([, value = '']) => ({
      value,
      path,
      name: `the text at ${path.join('.')}`,
    })),
  );
}

function titlesWithFacts(wizard: Wizard): readonly Finding[] {
  return textsIn(wizard)
    .filter(({ text, path }) => path.at(-1) === 'title' && text.includes('[['))
    .map(({ path }) => {
      const message = `the title at ${path.join('.')} has a dated fact in it.`;
      return error('fact-in-title', path, message, 'Titles are shown as they stand: move it.');
    });
}
