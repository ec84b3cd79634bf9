/**
 * The six divisions in the customary order of city papers, which is not the order of the codes, and
 * the display row for merchants kept by the city itself (GB/T 2260 and a local suffix).
 */
export const DIVISION_CODES = [
  '330802',
  '330803',
  '330825',
  '330881',
  '330822',
  '330824',
  '330800-SBJ',
] as const;

export type DivisionCode = (typeof DIVISION_CODES)[number];

export function isDivisionCode(code: string): code is DivisionCode {
  return (DIVISION_CODES as readonly string[]).includes(code);
}
