/** Working days and years of the rule book that hold where a programme names no others. */
export const LIMITS = {
  /** An objection is accepted or refused, decided, and once extended (rule book, section 8). */
  objectionAccept: 2,
  objectionDecide: 10,
  objectionExtend: 10,
  /** The merchant may answer an objection. */
  merchantAnswer: 3,
  /** The office answers a statement against a screening (A11s). */
  statementAnswer: 5,
  /** Between the notice of the defence and its first day (P11). */
  defenceNotice: 3,
  /** A public notice runs (section 8). */
  publicityLeast: 3,
  publicityDefault: 5,
  publicityMost: 15,
  /** Years that a title holds where the rules name no cool-down (section 3.2). */
  titleYears: 3,
  /** A review of a title is closed, with a confirmation or a warning (T03, T04). */
  titleReview: 20,
  /** A fault is repaired after a warning, and the office decides whether it is (T04, T05). */
  titleWarning: 60,
  titleRestore: 10,
  /** A reminder is repeated at the earliest; from so many days before the end it comes by itself. */
  titleReminderCooldown: 5,
  titleReminderLead: 10,
  /** The merchant states its case, then the approver decides on a revocation (T06, T07). */
  titleStatement: 5,
  titleRevoke: 10,
  /** After a decision was annulled, and for the return of a plaque (T09, section 3.2). */
  titleAnnulled: 5,
  plaqueReturn: 20,
  /** A holder reports a change; the office looks at the report. */
  changeReport: 10,
  platformChangeReport: 3,
  changeHandle: 5,
  /** Days before its end on which the holder of a title is told. */
  titleEndingDays: 60,
} as const;
