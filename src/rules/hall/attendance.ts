export const ATTENDANCES = ['head', 'substitute', 'absent'] as const;
/** Who stood before the judges: the head of the business, somebody sent in their place, or nobody. */
export type Attendance = (typeof ATTENDANCES)[number];

export interface AttendanceEntry {
  readonly attendance: Attendance;
  /** Who spoke; nobody's name for who did not come. */
  readonly speaker: string | null;
  /** A substitute's authorisation, or what is known of an absence. */
  readonly note: string | null;
}

export interface AttendanceProblem {
  readonly key: string;
  readonly variables: Readonly<Record<string, number>>;
  readonly field: 'speaker' | 'note';
}

/** A ground shorter than this says nothing that can be looked up. */
const NOTE_LEAST = 6;

/** All that is missing: whoever speaks has a name, a substitute an authorisation, an absence a word about it. */
export function attendanceProblems(entry: AttendanceEntry): readonly AttendanceProblem[] {
  const { attendance, speaker, note } = entry;
  const problems: AttendanceProblem[] = [];
  if (attendance === 'absent' ? speaker !== null : speaker === null) {
    const key = attendance === 'absent' ? 'hall.attendance.absentSpeaks' : 'hall.attendance.who';
    problems.push({ key, variables: {}, field: 'speaker' });
  }
  if (attendance !== 'head' && Array.from(note ?? '').length < NOTE_LEAST) {
    const key = `hall.attendance.note.${attendance}`;
    problems.push({ key, variables: { min: NOTE_LEAST }, field: 'note' });
  }
  return problems;
}
