import type { TieKind } from '../../rules/diagnostics/score-sheet-evidence.js';
import { nameKey } from '../../rules/identifiers/name-skeleton.js';

export interface JudgeTies {
  readonly organisation: string;
  readonly divisionCode: string | null;
  /** Applications whose declared ground the office found to be no bar. */
  readonly declared: readonly string[];
}

export interface ApplicantTies {
  readonly id: string;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly related: readonly string[];
}

/**
 * What a judge and an applicant have in common although it did not bar the judge: a bar leaves no
 * sheet behind.
 */
export function tiesOf(judge: JudgeTies, applicant: ApplicantTies): TieKind[] {
  const employer = nameKey(judge.organisation);
  // The unaffiliated share an employer with nobody.
  const sharesEmployer = (name: string) => employer !== '' && nameKey(name) === employer;
  const known: Readonly<Record<TieKind, boolean>> = {
    division: judge.divisionCode === applicant.divisionCode,
    organisation: sharesEmployer(applicant.merchantName),
    relatedMerchant:
      judge.declared.includes(applicant.id) || applicant.related.some(sharesEmployer),
  };
  return (Object.keys(known) as TieKind[]).filter((tie) => known[tie]);
}
