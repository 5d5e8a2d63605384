/** A small drill for tests: two hours of one hotline with a rush, and levers of every kind. */
import type { Drill } from '../../src/drill/drill.ts';
import { parseDrill, resolveDrill } from '../../src/drill/read-drill.ts';
import type { Norm } from '../../src/judge/norm/clause-test.ts';
import { parse } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';
import { madeFiles } from '../scenario/files.ts';

/** The centre on an ordinary day. */
export const centreText = `
lines: { trunk: 60 }
work:
  inquiry:
    hours: "08:00-12:00"
    lines: trunk
    arrivals: { kind: constant-rate, perHour: 200 }
    talkSeconds: { kind: exponential, mean: 150 }
    wrapUpSeconds: 30
    patienceSeconds: { kind: exponential, mean: 150 }
    after: { abandoned: { redial: { fraction: 0.5, afterSeconds: 180 } } }
  fault:
    hours: "08:00-12:00"
    arrivals: { kind: constant-rate, perHour: 60 }
    talkSeconds: { kind: exponential, mean: 150 }
    patienceSeconds: { kind: exponential, mean: 200 }
people:
  groups:
    front: { skills: { inquiry: 1, fault: 1 }, staff: 13 }
    second: { skills: { fault: 1 }, staff: 4 }
promises:
  - { id: connect, measure: connection-rate, atLeast: 0.9 }
`;

/** The drill, with places to put something else. */
export const drillText = `
summary: { en: A rush, zh: 高峰 }
scenario: centre.yaml
from: "08:30"
to: "11:30"
participants: [{ name: Wang Lei, role: duty manager }]
objectives:
  - { id: reached, objective: Nine in ten reach somebody, promise: { measure: answered-within, seconds: 20, atLeast: 0.6 } }
  - { id: quick, objective: Level II in ten minutes, response: { level: II, inject: 1, withinMinutes: 10 } }
  - { id: back, objective: Back in half an hour, recoveredWithinMinutes: 30 }
injects:
  - at: "09:00"
    what: { en: A rush begins, zh: 高峰开始 }
    told: nobody
    shocks: [{ kind: surge, hours: 1, times: 2.5, touches: [inquiry] }]
  - at: "09:30"
    what: Two go home
    shocks: [{ kind: agents-lost, hours: 2, agents: 2, touches: [front] }]
levers:
  tell: { kind: announcement, touches: [inquiry], informs: 0.3, discourages: 0.1 }
  hold: { kind: call-back-offer, touches: [inquiry], takes: 0.5 }
  push: { kind: push-message, touches: [inquiry], avoids: 0.3, causes: 0.1, delayMinutes: 10 }
  short: { kind: short-wrap-up, touches: [inquiry] }
  breaks: { kind: delayed-breaks, group: front, agents: 3, longestMinutes: 30 }
  help: { kind: opened-skill, group: second, work: [inquiry], speed: 0.8 }
  office: { kind: back-office, agents: 4, skills: { inquiry: 0.8 } }
  longer: { kind: overtime, group: front, agents: 2 }
  home: { kind: reserve, agents: 6, skills: { inquiry: 0.9 }, delayMinutes: 20 }
  city: { kind: other-centre, agents: 5, skills: { inquiry: 0.9 }, afterSeconds: 30 }
  first: { kind: protected-work, touches: [fault] }
  shut: { kind: closed-work, touches: [fault] }
plans:
  good:
    levels:
      III: { enter: queue > 8 for 2 min, leave: queue < 2 for 15 min, do: [tell, breaks] }
      II: { enter: queue > 10 for 2 min and occupancy > 85 %, leave: queue < 4 for 15 min, do: [office, home 4] }
  late:
    rules: [{ when: "service level < 30 % for 20 min", do: [office 2] }]
  script:
    script: [{ at: "09:05", by: Wang Lei, do: [tell, home] }, { at: "10:20", do: [release tell] }]
plan: good
`;

/** Reads a drill out of texts. */
export function readDrill(
  text = drillText,
  { centre = centreText, plan, norm }: { centre?: string; plan?: string; norm?: Norm } = {},
): Drill {
  const parsed = parse(centre, 'centre.yaml');
  const context = { name: 'centre', reader: madeFiles({}) };
  const base = {
    parsed,
    scenario: resolve(parsed, context),
    resolveAs: (changed: typeof parsed) => resolve(changed, context),
  };
  return resolveDrill(parseDrill(text, 'drill.yaml'), 'drill', base, { plan, norm });
}

/** The faults of a drill in both languages, a line each. */
export function faultsOfDrill(text: string): { en: string[]; zh: string[] } {
  try {
    readDrill(text);
  } catch (error) {
    if (error instanceof ScenarioError) return { en: error.tell('en').split('\n'), zh: error.tell('zh').split('\n') };
    throw error;
  }
  return { en: [], zh: [] };
}

/** The drill with a part of its text replaced. */
export function changed(part: string, by: string): string {
  if (!drillText.includes(part)) throw new Error(`the drill has no "${part}"`);
  return drillText.replace(part, () => by);
}
