/** Alternates are numbered from 101; a reader counts them from 1. */
const BEFORE_ALTERNATES = 100;

/** A seat's number as messages speak of it: `{alternate, select, yes {…} other {…}}` with `{seat}`. */
export function seatInWords(number: number): { alternate: 'yes' | 'no'; seat: number } {
  return number > BEFORE_ALTERNATES
    ? { alternate: 'yes', seat: number - BEFORE_ALTERNATES }
    : { alternate: 'no', seat: number };
}
