import type { Attendance } from './attendance.js';
import { attendanceProblems } from './attendance.js';
import { type ClockStep, mayFollow, phaseOf } from './hall-clock.js';
import type { HallDay } from './hall-day.js';
import { type HallLine, type ResultProblem, problem } from './hall-result.js';
import { overlap } from './late-clock.js';

/** What the server itself knows of a turn. */
export interface ServerTurn {
  readonly place: number;
  readonly attendance: Attendance | null;
  readonly acts: readonly ClockStep[];
}

/** All that the lines of one place come to. */
export interface TakenTurn {
  readonly place: number;
  readonly came: HallLine | null;
  readonly acts: readonly (HallLine & ClockStep)[];
}

/** The lines of a result by place, in the order in which the places appear. */
export function takenTurns(lines: readonly HallLine[]): TakenTurn[] {
  const places = [...new Set(lines.map(({ place }) => place))];
  return places.map((place) => {
    const own = lines.filter((line) => line.place === place);
    return {
      place,
      came: own.find((line) => line.came !== null) ?? null,
      acts: own.filter(isStep),
    };
  });
}

/**
 * What keeps a result from being taken over, by line: what contradicts itself, the hall file, or what
 * the server knows. Whoever has left the selection since is not among `turns` and is passed over.
 */
export function takeOverProblems(
  lines: readonly HallLine[],
  day: Pick<HallDay, 'madeAt' | 'turns' | 'keepers'>,
  turns: readonly ServerTurn[],
  now: string,
): ResultProblem[] {
  const inside = [...lineProblems(lines, day, now), ...turnProblems(lines)];
  return inside.length ? inside : serverProblems(takenTurns(lines), turns, now);
}

function lineProblems(
  lines: readonly HallLine[],
  { madeAt, turns, keepers }: Pick<HallDay, 'madeAt' | 'turns' | 'keepers'>,
  now: string,
): ResultProblem[] {
  return lines.flatMap((line, at) => {
    const { number, place, by } = line;
    const problems: ResultProblem[] = [];
    if (!turns.some((turn) => turn.place === place)) problems.push(problem('place', number));
    if (!keepers.some(({ id }) => id === by)) problems.push(problem('keeper', number));
    if (line.at > now) problems.push(problem('future', number));
    if (line.at < madeAt) problems.push(problem('before', number));
    if (at > 0 && line.at < lines[at - 1]!.at) problems.push(problem('backwards', number));
    if ((line.came !== null) !== (line.kind === 'attendance')) {
      problems.push(problem('unreadable', number));
    }
    if (line.came && attendanceProblems(line.came).length) {
      problems.push(problem('unreadable', number));
    }
    return problems;
  });
}

/** One speaks at a time, was there, and each act may follow the one before. */
function turnProblems(lines: readonly HallLine[]): ResultProblem[] {
  const problems: ResultProblem[] = [];
  const came = new Map<number, HallLine>();
  const steps = new Map<number, ClockStep[]>();
  for (const line of lines) {
    const { place, number } = line;
    if (line.came) {
      if (came.has(place)) problems.push(problem('twice', number));
      came.set(place, line);
    }
    if (!isStep(line)) continue;
    const before = steps.get(place) ?? [];
    if (!mayFollow(phaseOf(before), line.kind)) problems.push(problem('outOfTurn', number));
    const busy = [...steps].find(
      ([other, acts]) => other !== place && phaseOf(acts) !== 'finished',
    );
    if (busy) problems.push(problem('busy', number, { place: busy[0] }));
    steps.set(place, [...before, line]);
  }
  for (const { place, number } of firstSteps(lines)) {
    const there = came.get(place)?.came?.attendance;
    if (there === undefined || there === 'absent') problems.push(problem('nobodyThere', number));
  }
  return problems;
}

/** The server's own acts and words stand; a result adds to them and changes none. */
function serverProblems(
  taken: readonly TakenTurn[],
  turns: readonly ServerTurn[],
  now: string,
): ResultProblem[] {
  return taken.flatMap(({ place, came, acts }) => {
    const own = turns.find((turn) => turn.place === place);
    if (!own) return [];
    const problems: ResultProblem[] = [];
    const [first] = acts;
    if (first && own.acts.length) problems.push(problem('known', first.number, { place }));
    const known = own.attendance;
    if (came && known !== null && known !== came.came!.attendance) {
      problems.push(problem('otherAttendance', came.number, { place }));
    }
    if (came?.came!.attendance === 'absent' && own.acts.length) {
      problems.push(problem('known', came.number, { place }));
    }
    const other = turns.find((turn) => turn.place !== place && overlap(acts, turn.acts, now));
    if (first && other) problems.push(problem('busy', first.number, { place: other.place }));
    return problems;
  });
}

function firstSteps(lines: readonly HallLine[]): HallLine[] {
  const steps = lines.filter(isStep);
  return steps.filter(({ place }, at) => steps.findIndex((one) => one.place === place) === at);
}

function isStep(line: HallLine): line is HallLine & ClockStep {
  return line.kind !== 'attendance';
}
