/** The six divisions that recommend, in the order of city papers (GB/T 2260 codes). */
export const RECOMMENDING_DIVISIONS = [
  '330802',
  '330803',
  '330825',
  '330881',
  '330822',
  '330824',
] as const;
