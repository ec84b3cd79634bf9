import { RuleError } from '../rule-error.js';

/**
 * What the chair of a panel writes down: in which order to work, what was said, what was decided about the
 * procedure, and what the office is asked.
 */
export const MINUTE_KINDS = ['order', 'note', 'decision', 'question'] as const;
export type MinuteKind = (typeof MINUTE_KINDS)[number];

/**
 * Minutes are about the procedure. Who reads them must not learn what anybody gave, so points are refused
 * wherever they are written as such; minutes of time are none.
 *
 * @throws RuleError `judging.chair.points`
 */
export function refusePoints(text: string): void {
  const found = /\d+(?:\.\d+)?\s*(?:\u5206(?![\u949f\u4e4b])|points?\b)/iu.exec(
    text.normalize('NFKC'),
  );
  if (found) throw new RuleError('judging.chair.points', { found: found[0] });
}
