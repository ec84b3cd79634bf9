import type { Fields } from '../support/visitor.js';

/** The three fields in which a person types a day. */
export function date(name: string, day: string): Fields {
  const [year, month, dayOfMonth] = day.split('-');
  return {
    [`${name}.year`]: year!,
    [`${name}.month`]: String(Number(month)),
    [`${name}.day`]: String(Number(dayOfMonth)),
  };
}
