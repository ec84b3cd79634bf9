/** 1234 hundredths → 12.34, without needless zeros: as a person types it. */
export function decimal(hundredths: number): string {
  return String(hundredths / 100);
}
