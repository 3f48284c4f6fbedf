import { describe, expect, test } from 'vitest';
import { encodeAnswers } from '../../engine/encode.ts';
import type { Wizard } from '../../engine/types.ts';
import { login as bare } from '../../engine/wizards.fixtures.ts';
import { changeAction, removeAction } from './change-plan.ts';
import { freshness, openSaved } from './guide-data.ts';
import { type SavedItem, writeItem } from './item.ts';
import { fakePlace } from './place.fixtures.ts';
import { groupByRole, groupByTime, mergeText, planActions } from './plan.ts';
import { createSavedStore } from './saved-store.ts';

const login: Wizard = {
  ...bare,
  outcomes: bare.outcomes.map((outcome) => ({
    ...outcome,
    steps: [
      { id: 'forst', text: `Börja: ${outcome.id}`, role: 'it', days: 14, level: 'rad' },
      { id: 'sedan', text: `Följ upp: ${outcome.id}`, role: 'rektor', days: 90, level: 'rad' },
    ],
  })),
};
const answers = { grupp: 'f-3', elever: 80 };
const guide = { wizard: login, history: { versions: [], migrations: [] } };
const guides = new Map([[login.id, guide]]);
const item: SavedItem = {
  answers: encodeAnswers(login, answers),
  day: '2026-11-23',
  uid: '',
  name: '',
  isInPlan: true,
  outcomes: null,
  plan: {},
  record: null,
};
const key = `skd:guide:${login.id}`;
const open = (values: Record<string, string>) => {
  const place = fakePlace(values);
  const store = createSavedStore(place);
  return { place, store, actions: () => planActions(store.$saved.get(), guides) };
};
const now = '2026-11-24T08:00:00.000Z';

function one<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('empty');
  return first;
}

describe('the plan', () => {
  test('has every step of every result, due so many days after the answers were saved', () => {
    const { actions } = open({ [key]: writeItem(item) });
    const { outcomes } = openSaved(guide, item);
    const steps = (outcomes ?? []).flatMap((each) => each.steps);
    expect(actions().map(({ text }) => text)).toEqual(steps.map(({ text }) => text));
    expect(actions().length).toBeGreaterThan(0);
    for (const [index, { due }] of actions().entries()) {
      const days = (Date.parse(due) - Date.parse('2026-11-23')) / 86_400_000;
      expect(days).toBe(steps[index]?.days);
    }
  });

  test('keeps the id of an action when it is changed, saved anew and read elsewhere', () => {
    const { store, actions } = open({ [key]: writeItem(item) });
    const { uid } = one(actions());
    changeAction(store, one(actions()), 'status', 'done', now);
    expect(one(actions())).toMatchObject({ uid, status: 'done', changed: now });
    const saved = one(store.$saved.get().items);
    store.changeItem(saved, (each) => ({ ...each, day: '2026-12-24' }));
    expect(one(actions()).uid).toBe(uid);
  });

  test('leaves out what the reader has taken out, and shows it again', () => {
    const { store, actions } = open({ [key]: writeItem({ ...item, isInPlan: false }) });
    expect(actions()).toEqual([]);
    store.changeItem(one(store.$saved.get().items), (each) => ({ ...each, isInPlan: true }));
    expect(actions().length).toBeGreaterThan(0);
  });

  test('keeps an action that was touched when the answers no longer lead to it', () => {
    const { store, actions } = open({ [key]: writeItem(item) });
    changeAction(store, one(actions()), 'note', 'Viktigt', now);
    const other = encodeAnswers(login, { grupp: 'gy', elever: 9000, enheter: ['egna'] });
    store.changeItem(one(store.$saved.get().items), (each) => ({ ...each, answers: other }));
    const left = actions().filter(({ isLeft }) => isLeft);
    expect(left).toMatchObject([{ note: 'Viktigt', isLeft: true }]);
    removeAction(store, one(left));
    expect(actions().some(({ isLeft }) => isLeft)).toBe(false);
  });

  test('two notes written at once are both kept', () => {
    const { place, store, actions } = open({ [key]: writeItem(item) });
    const other = createSavedStore(place);
    const seen = one(actions());
    changeAction(other, one(planActions(other.$saved.get(), guides)), 'note', 'Från ett', now);
    changeAction(store, seen, 'note', 'Från två', now);
    expect(one(actions()).note).toBe('Från ett\nFrån två');
    expect(mergeText('a', 'a', 'b')).toBe('b');
    expect(mergeText('a', 'b', 'a')).toBe('b');
    expect(mergeText('', 'b', 'b')).toBe('b');
  });

  test('works without the guide: what the reader has touched is there', () => {
    const { store, actions } = open({ [key]: writeItem(item) });
    changeAction(store, one(actions()), 'role', 'Kim', now);
    expect(planActions(store.$saved.get(), new Map())).toMatchObject([{ role: 'Kim' }]);
  });

  test('is put together by time and by role', () => {
    const entry = { role: '', status: 'todo', note: '', changed: '' } as const;
    const { store, actions } = open({});
    const days = ['2026-11-23', '2026-11-24', '2026-12-24', '2026-12-25', ''];
    days.forEach((due, n) => {
      store.putOwn(`a${n}`, { ...entry, text: `t${n}`, due, role: n % 2 ? 'it' : '' });
    });
    store.putOwn('done', { ...entry, text: 'klar', due: '2020-01-01', status: 'done' });
    const shape = (groups: ReturnType<typeof groupByRole>) =>
      groups.map((group) => [group.key, group.actions.map(({ text }) => text).join()]);
    expect(shape(groupByTime(actions(), '2026-11-24'))).toEqual([
      ['late', 't0'],
      ['soon', 't1,t2'],
      ['later', 't3'],
      ['undated', 't4'],
      ['done', 'klar'],
    ]);
    expect(shape(groupByRole(actions(), (role) => role.toUpperCase()))).toEqual([
      ['IT', 't1,t3'],
      ['', 't0,t2,t4,klar'],
    ]);
  });
});

describe('a newer version of the guide', () => {
  const newer: Wizard = { ...login, version: login.version + 1 };
  const saved = openSaved(guide, item).outcomes?.map(({ id }) => id) ?? [];
  const at = (wizard: Wizard, given: SavedItem) => {
    const data = { ...guide, wizard };
    return freshness(given, data, openSaved(data, given));
  };

  test('is told exactly: the same result, another, or a question to answer again', () => {
    const known = { ...item, outcomes: saved };
    expect(at(login, known)).toBe('current');
    expect(at(newer, known)).toBe('same');
    expect(at(newer, { ...known, outcomes: ['other'] })).toBe('other');
    expect(at(newer, item)).toBe('newer');
    const asks = { ...newer, questions: [...newer.questions, extra(newer)] };
    expect(at(asks, known)).toBe('again');
    expect(at({ ...login, version: login.version - 1 }, known)).toBe('ahead');
  });
});

/** One more question that always applies. */
function extra(wizard: Wizard): Wizard['questions'][number] {
  const question = one(wizard.questions);
  return { ...question, id: 'extra', code: 'xx', when: { kind: 'true' } };
}
