import { describe, expect, it } from 'vitest';
import { changed, faultsOfDrill, readDrill } from './made-drill.ts';

describe('resolveDrill', () => {
  it('works the injects into the scenario and adds what levers bring', () => {
    const drill = readDrill();
    expect(drill.scenario.shocks.map(({ kind, from, why }) => [kind, from, why])).toEqual([
      ['surge', 9 * 3600, 'A rush begins'],
      ['agents-lost', 9.5 * 3600, 'Two go home'],
    ]);
    expect(drill.scenario.groups.map(({ name }) => name)).toEqual([
      ...['front', 'second', 'breaks', 'office', 'longer', 'home', 'city'],
    ]);
    expect(drill.closedSkills).toEqual([{ group: 1, type: 0 }]);
    expect(drill.levers.every(({ kind, name }) => kind !== '' && name !== '')).toBe(true);
    expect(drill.objectives.map(({ measure }) => measure.kind)).toEqual(['promise', 'response', 'recovery']);
    expect(drill.injects.map(({ until }) => until)).toEqual([36_000, 11.5 * 3600]);
  });

  it('has another hash when anything that matters is another', () => {
    const { hash } = readDrill();
    expect(readDrill().hash).toBe(hash);
    expect(readDrill(changed('times: 2.5', 'times: 2.4')).hash).not.toBe(hash);
    expect(readDrill(changed('agents: 6', 'agents: 7')).hash).not.toBe(hash);
    expect(readDrill(changed('queue > 8', 'queue > 9')).hash).not.toBe(hash);
  });

  it.each<[string, string, string]>([
    ['to: "11:30"', 'to: "08:00"', 'an end after the start'],
    ['at: "09:30"', 'at: "08:45"', 'injects in order of time, got 08:45 after 09:00'],
    ['at: "09:30"', 'at: "11:40"', 'a time within the exercise (08:30 to 11:30), got 11:40'],
    ['touches: [inquiry] }]\n  - at', 'touches: [inquires] }]\n  - at', 'injects[0].shocks[0].touches[0]: expected'],
    ['office 2', 'office 5', 'expected 1 to 4 agents of office, got 5'],
    ['office 2', 'offices 2', 'the name of a lever'],
    ['office 2', 'tell 2', 'tell without a number'],
    ['kind: reserve, agents: 6', 'kind: reserve', 'agents'],
    ['kind: reserve, agents: 6', 'kind: reserve, agents: 0', 'levers.home.agents'],
    ['leave: queue < 2 for 15 min', 'leave: queue < 20', 'would be entered and left without end'],
    ['leave: queue < 2 for 15 min', 'leave: queue < 7', 'Try "queue < 5 for 10 min"'],
    ['leave: queue < 2 for 15 min', 'leave: queue under 2', 'expected a condition'],
    ['service level < 30 % for 20 min', 'service level of inquires < 30 %', 'inquires'],
    ['{ at: "10:20", do', '{ at: "09:01", do', 'decisions in order of time'],
    ['{ at: "10:20", do', '{ at: "12:20", do', 'a time within the exercise'],
    ['do: [release tell]', 'do: [level I]', 'a level of the plan'],
    ['do: [tell, breaks]', 'do: [release tell]', 'levers that level III pulls'],
    ['plan: good', 'plan: best', 'the name of a plan (good, late, script)'],
    ['inject: 1', 'inject: 3', 'an inject from 1 to 2'],
    [
      'recoveredWithinMinutes: 30',
      'recoveredWithinMinutes: 30, response: { level: II, inject: 1, withinMinutes: 10 }',
      'got 2 of them',
    ],
    ['group: second, work: [inquiry]', 'group: front, work: [inquiry]', 'work that front does not do'],
    ['- { id: back', '- { id: quick', 'quick'],
    ['summary: { en: A rush, zh: 高峰 }', 'summary: { en: A rush }', 'zh'],
  ])('with "%s" as "%s" says "%s"', (part, by, message) => {
    const { en, zh } = faultsOfDrill(changed(part, by));
    expect(en.join('\n')).toContain(message);
    expect(en.every((line) => /^drill\.yaml:\d+:\d+ /.test(line))).toBe(true);
    expect(zh.join('\n')).toMatch(/[\u4e00-\u9fff]/);
    expect(zh.length).toBe(en.length);
  });

  it('finds rules that pull and release the same lever at once', () => {
    const rules = 'rules: [{ when: "queue > 8", do: [office 2] }, { when: "idle < 3", do: [release office] }]';
    const text = changed('rules: [{ when: "service level < 30 % for 20 min", do: [office 2] }]', rules);
    expect(faultsOfDrill(text).en.join('\n')).toContain('one pulls office and one releases it');
  });

  it('finds rules that would flap, and proposes a distance', () => {
    const rules = (off: string) =>
      changed(
        'rules: [{ when: "service level < 30 % for 20 min", do: [office 2] }]',
        `rules: [{ when: "queue > 10", do: [office 2] }, { when: "${off}", do: [release office] }]`,
      );
    expect(faultsOfDrill(rules('queue < 9')).en.join('\n')).toContain('Try "queue < 6 for 10 min"');
    expect(faultsOfDrill(rules('queue < 9')).zh.join('\n')).toContain('会反复启停');
    expect(faultsOfDrill(rules('queue < 6 for 10 min')).en).toEqual([]);
  });

  it('says all faults at once, from the top of the file to its end', () => {
    const text = changed('office 2', 'offices 2').replace('plan: good', 'plan: best').replace('inject: 1', 'inject: 9');
    expect(faultsOfDrill(text).en.map((line) => Number(line.split(':')[1]))).toHaveLength(3);
  });
});
