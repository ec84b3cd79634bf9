/** No place is 0, so that what is no number is not there. */
export function placeOf(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
}
