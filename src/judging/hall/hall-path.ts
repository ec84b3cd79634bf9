/** Where the office leads the day of a round's defence. */
export function hallPath(roundId: string): string {
  return `/office/rounds/${roundId}/defence`;
}

/** The board that hangs in the hall. */
export function boardPath(roundId: string): string {
  return `/board/${roundId}`;
}

/** One merchant's turn, for whoever keeps the day. */
export function turnPath(roundId: string, place: number): string {
  return `${hallPath(roundId)}/turns/${place}`;
}

/** The file for a laptop without a network, and its way back. */
export function laptopPath(roundId: string): string {
  return `${hallPath(roundId)}/laptop`;
}
