import { randomInt } from 'node:crypto';

/** No letter or digit that is mistaken for another when it is read out or copied by hand. */
const groups = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const;

/** Twelve characters of three kinds in fours, about 66 bits; shown once and changed at first sign-in. */
export function oneTimePassword(): string {
  const four = (letters: string) =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return groups.map(four).join('-');
}
