import { describe, expect, it } from 'vitest';
import { changeKey } from '../../src/scenario/change-key.ts';
import { listChanges } from '../../src/scenario/list-changes.ts';
import type { CompleteScenario } from '../../src/scenario/schema.ts';

const written = {
  people: { groups: { 'a.b': { staff: 4 }, 咨询: { staff: [{ from: '08:00', agents: 2 }] } } },
  lines: 3,
};

describe('changeKey', () => {
  it.each([
    ['lines', 5, { ...written, lines: 5 }],
    ['people.groups.a.b.staff', 5, { people: { groups: { ...written.people.groups, 'a.b': { staff: 5 } } }, lines: 3 }],
    ['routing.kind', 'priority', { ...written, routing: { kind: 'priority' } }],
    ['lines.trunk', 7, { ...written, lines: { trunk: 7 } }],
  ])('changeKey(written, %s) gives the key its value and leaves the rest', (key, value, expected) => {
    const before = structuredClone(written);
    expect(changeKey(written, { key, value })).toEqual(expected);
    expect(written).toEqual(before);
  });

  it('changeKey(written, …[0]…) reaches into lists', () => {
    const changed = changeKey(written, { key: 'people.groups.咨询.staff[0].agents', value: 9 }) as typeof written;
    expect(changed.people.groups.咨询.staff).toEqual([{ from: '08:00', agents: 9 }]);
  });
});

describe('listChanges', () => {
  it('names every key that differs, on both sides, and cuts what is long', () => {
    const changed = { people: written.people, lines: undefined, summary: 'x', note: 'y'.repeat(100) };
    expect(listChanges(written as unknown as CompleteScenario, changed as unknown as CompleteScenario)).toEqual([
      { path: 'lines', first: '3', own: '' },
      { path: 'note', first: '', own: `${'y'.repeat(59)}…` },
    ]);
  });
});
