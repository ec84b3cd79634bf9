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
} as const;
