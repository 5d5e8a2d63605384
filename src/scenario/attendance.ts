/** How people keep to their roster: what is written becomes seconds, what is not said becomes nothing missed. */
import type { Attendance } from './scenario.ts';
import type { CompleteScenario } from './schema.ts';

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The attendance in seconds; undefined where everybody is there when the roster says so. */
export function resolveAttendance(written: CompleteScenario['people']['attendance']): Attendance | undefined {
  if (written === undefined) return undefined;
  const { absence, adherence, late, leavesEarly } = written;
  const missed = (one: typeof late) => ({
    fraction: one?.fraction ?? 0,
    meanSeconds: 60 * (one?.meanMinutes ?? 0),
  });
  const attendance: Attendance = {
    absence: {
      fraction: absence?.fraction ?? 0,
      weekdays: weekdayNames.map((day) => absence?.weekdays?.[day] ?? 1),
      clusterCv: absence?.clusterCv ?? 0,
    },
    late: missed(late),
    leavesEarly: missed(leavesEarly),
    adherence: { fraction: adherence?.fraction ?? 1, awaySeconds: 60 * (adherence?.awayMinutes ?? 4) },
  };
  const { fraction } = attendance.adherence;
  const isPerfect = attendance.absence.fraction + attendance.late.fraction + attendance.leavesEarly.fraction === 0;
  return isPerfect && fraction === 1 ? undefined : attendance;
}
