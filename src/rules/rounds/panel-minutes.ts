import { RuleError } from '../rule-error.js';

/**
 * What the chair of a panel writes down: in which order to work, what was said, what was decided about the
 * procedure, and what the office is asked.
 */
export const MINUTE_KINDS = ['order', 'note', 'decision', 'question'] as const;
export type MinuteKind = (typeof MINUTE_KINDS)[number];

/** A time of day and a number of minutes are none. */
const IN_DIGITS =
  /(?<![\d.]|[\u65f6\u70b9:]\s*)\d+(?:\.\d+)?\s*(?:\u5206(?![\u949f\u4e4b\u7ec4])|points?\b)/iu;

/** From eleven on; “ten points” is also “very”. */
const IN_WORDS =
  /(?<![\u65f6\u70b9])(?:[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]\u5341[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]?|\u5341[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d])\u5206(?![\u949f\u4e4b\u7ec4])/u;

/**
 * Minutes are about the procedure. Who reads them must not learn what anybody gave, so points are refused
 * wherever they are written as such; minutes of time are none.
 *
 * @throws RuleError `judging.chair.points`
 */
export function refusePoints(text: string): void {
  const plain = text.normalize('NFKC');
  const found = IN_DIGITS.exec(plain) ?? IN_WORDS.exec(plain);
  if (found) throw new RuleError('judging.chair.points', { found: found[0] });
}
