import type { Rating } from './rating.js';

/** Rows `entry judge:score judge:score …`. */
export function ratings(rows: readonly string[]): readonly Rating[] {
  return rows.flatMap((row) => {
    const [entry = '', ...cells] = row.split(' ');
    return cells.map((cell) => {
      const [judge = '', score] = cell.split(':');
      return { entry, judge, score: Number(score) };
    });
  });
}

/**
 * Davies & Goldsmith (1972): growth of 24 plates (entries a–x) of penicillin under 6 samples
 * (judges A–F), diameters in mm; distributed with lme4.
 */
export const penicillin = ratings(
  [
    'a 27 23 26 23 23 21',
    'b 27 23 26 23 23 21',
    'c 25 21 25 24 24 20',
    'd 26 23 25 23 23 20',
    'e 25 22 26 22 23 20',
    'f 24 22 25 23 22 19',
    'g 24 20 23 21 22 19',
    'h 26 22 26 24 24 21',
    'i 24 21 24 22 22 20',
    'j 24 21 24 23 22 19',
    'k 26 23 26 24 24 21',
    'l 25 22 26 24 24 20',
    'm 26 24 26 24 25 22',
    'n 26 23 26 23 23 20',
    'o 26 23 25 24 24 22',
    'p 25 22 25 23 23 20',
    'q 25 21 24 23 23 20',
    'r 25 22 24 23 23 19',
    's 24 21 23 21 21 19',
    't 26 23 26 24 24 21',
    'u 25 21 24 22 22 18',
    'v 25 22 25 22 22 20',
    'w 24 21 24 22 24 19',
    'x 24 21 24 22 21 18',
  ].map((row) => {
    const [plate, ...diameters] = row.split(' ');
    return `${plate} ${diameters.map((diameter, index) => `${'ABCDEF'[index]}:${diameter}`).join(' ')}`;
  }),
);

/** Synthetic: the likelihood is highest with equally severe judges. */
export const judgeVarianceZero = ratings([
  'E01 J1:73 J3:79 J4:78',
  'E02 J1:79 J2:79 J3:79 J5:84',
  'E03 J2:81 J3:81 J4:75',
  'E04 J1:87 J3:81 J4:89 J5:84',
  'E05 J2:73 J4:72 J5:70',
  'E06 J1:75 J2:73 J3:84 J4:83',
  'E07 J1:81 J4:83 J5:80',
  'E08 J1:90 J2:77 J3:80 J5:81',
]);

/** Synthetic: the likelihood is highest with equal entries. */
export const entryVarianceZero = ratings([
  'E01 J3:74 J4:82 J5:84',
  'E02 J1:83 J2:91 J3:81 J4:75',
  'E03 J2:85 J3:78 J5:78',
  'E04 J1:85 J2:89 J4:70 J5:92',
  'E05 J3:85 J4:71 J5:80',
  'E06 J1:77 J3:78 J4:78 J5:84',
  'E07 J2:84 J3:80 J4:73',
  'E08 J1:86 J3:78 J4:76 J5:83',
]);

/** Synthetic: the likelihood is highest with neither effect. */
export const bothVariancesZero = ratings([
  'E01 J1:76 J2:89 J3:85',
  'E02 J1:76 J3:84 J4:82 J5:84',
  'E03 J2:86 J3:82 J5:78',
  'E04 J1:84 J2:75 J3:73 J5:83',
  'E05 J1:81 J2:79 J3:79',
  'E06 J1:84 J2:81 J3:80 J4:82',
  'E07 J2:86 J4:79 J5:80',
  'E08 J1:78 J2:80 J3:78 J5:79',
]);

/** Synthetic: four of the pairs were scored twice or three times. */
export const replicated = ratings([
  'E01 J2:74 J3:77 J4:89 J2:75',
  'E02 J2:76 J3:81 J3:79',
  'E03 J1:80 J3:77 J4:87',
  'E04 J1:90 J2:86 J1:92 J1:89',
  'E05 J1:78 J3:71 J4:79',
  'E06 J2:91 J3:90',
  'E07 J1:89 J2:78 J4:89',
  'E08 J1:89 J2:80',
]);

/** Synthetic: 12 entries, 6 judges, two to four judges an entry. */
export const incomplete = ratings([
  'E01 J2:80 J6:75',
  'E02 J1:67 J5:82 J6:75',
  'E03 J1:77 J2:80 J4:78 J6:73',
  'E04 J3:70 J5:79 J6:73',
  'E05 J3:67 J5:79',
  'E06 J1:77 J2:74 J5:76',
  'E07 J3:84 J4:83 J5:81 J6:82',
  'E08 J1:75 J2:68 J4:69',
  'E09 J2:72 J3:71',
  'E10 J2:82 J3:76 J6:77',
  'E11 J1:77 J2:81 J3:73 J4:77',
  'E12 J1:87 J3:78 J4:89',
]);
