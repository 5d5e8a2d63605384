/**
 * What the readers of the formats hand over: people as written and stretches of their time, each with its place in the file.
 * `finishRoster` makes a roster of it, or says everything that is wrong.
 */

import type { RosterMessage } from '../../words/roster.ts';
import type { DaySpec } from './read-moments.ts';
import type { Activity, Skill } from './roster.ts';
import type { LocalTime } from './roster-clock.ts';
import { placeText, type RosterFault, type RosterNotice, type RosterPlace } from './roster-error.ts';
import type { Wish } from './wishes.ts';
import { wishText } from './wishes.ts';

/** When an entry is: on the days meant (`null` = every day of the scenario), or from one moment to another. */
export type DraftTime =
  | { day: DaySpec | null; from: number; to: number }
  | { start: LocalTime | { epoch: number }; end: LocalTime | { epoch: number } };

/** A stretch of somebody's time. */
export interface DraftEntry {
  person: string;
  what: 'on-queue' | 'leave' | Activity;
  time: DraftTime;
  /** Names of work that the stretch is limited to. */
  only: string[];
  pinned: boolean;
  /** Written as part of a shift (a column of breaks): it must lie within one. */
  inShift: boolean;
  place: RosterPlace;
}

/** What a file says about a person; `undefined` where it says nothing. */
export interface DraftPerson {
  name: string;
  place: RosterPlace;
  id?: string;
  team?: string;
  site?: string;
  group?: string;
  skills?: Skill[];
  hoursPerWeek?: number;
  costPerHour?: number;
  wishes?: readonly Wish[];
}
export type PersonField = Exclude<keyof DraftPerson, 'name' | 'place'>;

/** A shift by name: its stretches from midnight and what interrupts them. */
export interface DraftShiftCode {
  ranges: { from: number; to: number }[];
  activities: { activity: Activity; from: number; to: number }[];
}

/** Everything read so far. */
export class RosterDraft {
  /** IANA name of the zone in which local times are written. */
  readonly timeZone: string;
  /** ISO date near which dates without a year lie; undefined where no scenario says. */
  readonly around: string | undefined;
  /** Headers of lists of people that have no meaning: dates in them may be what is missing. */
  readonly unknownHeaders: string[] = [];
  readonly people = new Map<string, DraftPerson>();
  readonly entries: DraftEntry[] = [];
  readonly codes = new Map<string, DraftShiftCode>();
  /** Needs by name of work, all the time, where the file states them. */
  needs: Record<string, number> | undefined;
  readonly faults: RosterFault[] = [];
  readonly notices: RosterNotice[] = [];
  readonly #told = new Set<string>();

  constructor(timeZone: string, around?: string) {
    this.timeZone = timeZone;
    this.around = around;
  }

  /** Adds a fault; what is wrong every day with one cell is said once. */
  fault(place: RosterPlace, message: RosterMessage): void {
    const key = `${placeText(place)} ${message.key}`;
    if (this.#told.has(key) && place.cell !== '') return;
    this.#told.add(key);
    this.faults.push({ place, message });
  }

  /** Adds a notice unless it has been given. */
  noticeOnce(notice: RosterNotice): void {
    const key = JSON.stringify(notice);
    if (!this.notices.some((known) => JSON.stringify(known) === key)) this.notices.push(notice);
  }

  /** Adds what a place says about a person; two places that disagree are a fault. */
  addPerson(said: DraftPerson): void {
    const known = this.people.get(said.name);
    if (known === undefined) {
      this.people.set(said.name, said);
      return;
    }
    for (const field of personFields) {
      const got = said[field];
      if (got === undefined) continue;
      const first = known[field];
      if (first === undefined) Object.assign(known, { [field]: got });
      else if (fieldText(first) !== fieldText(got)) {
        const values = { person: said.name, what: field, got: fieldText(got), first: fieldText(first) };
        this.fault(said.place, { key: 'differs', values });
      }
    }
  }
}

const personFields: readonly PersonField[] = [
  'id',
  'team',
  'site',
  'group',
  'skills',
  'hoursPerWeek',
  'costPerHour',
  'wishes',
];

function fieldText(value: string | number | readonly Skill[] | readonly Wish[]): string {
  if (typeof value !== 'object') return String(value);
  return value
    .map((one) => ('wish' in one ? wishText(one) : one.speed === 1 ? one.work : `${one.work}=${one.speed}`))
    .join('; ');
}
