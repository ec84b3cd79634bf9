/**
 * First two characters of a credit code that are accepted. Village collective organisations may use
 * N1, N2, N3 and N9: compare with the register and add them before a rural programme opens.
 */
export const CREDIT_CODE_FIRST_PAIRS: readonly string[] =
  '11 12 13 19 21 31 41 51 52 53 59 61 71 81 91 92 93 99 A1 B1 C1 D1 E1 F1 G1 Y1'.split(' ');
