import { Refusal } from '../rules/refusal.js';
import { checkWording } from '../rules/programme/programme-name.js';

/** What the office states about a programme; there is no field for fees, because there are none. */
export interface ProgrammeDetails {
  readonly name: string;
  readonly host: string;
  readonly year: number;
  readonly dataYear: number;
  readonly scope: string;
  readonly cycle: string;
  readonly funds: string;
}

/** @throws Refusal for a barred word in the name, or a T that is not before the programme's year */
export function checkDetails({ name, year, dataYear }: ProgrammeDetails): void {
  const { barred } = checkWording(name, null);
  const words = barred.join(' ');
  if (words) throw new Refusal('programmes.refused.nameBarred', { words }, 'name');
  if (dataYear >= year) throw new Refusal('programmes.refused.dataYear', { year }, 'dataYear');
}
