import type { ApplicationAnswers } from '../../applications/application.entity.js';
import type { Sealer } from '../../database/sealed.js';
import type { RelatedPerson } from '../../merchants/merchant.entity.js';
import type { ApplicantFacts } from '../../rules/eligibility/conflict-hits.js';

/** What a record of the register says of who a merchant is. */
export interface RecordRow {
  /** Of the application, also where the record was merged into its merchant. */
  readonly merchantId: string;
  readonly name: string;
  readonly headName: string;
  readonly contactName: string;
  readonly contactMobileSealed: string;
  readonly contactEmailSealed: string | null;
  readonly relatedPersons: string | null;
  readonly registeredAddress: string;
  readonly workingAddress: string;
}

export interface ApplicantRow extends RecordRow {
  readonly id: string;
  readonly creditCode: string | null;
  readonly divisionCode: string;
  readonly answers: string;
}

export interface RelatedRow {
  readonly merchantId: string;
  readonly name: string;
  /** Of the related merchant, when it is on the register. */
  readonly headName: string | null;
}

export interface AccountRow {
  readonly merchantId: string;
  readonly personName: string;
  readonly email: string | null;
}

interface Known {
  readonly row: ApplicantRow;
  /** Records of the same merchant that were merged into this one. */
  readonly merged: readonly RecordRow[];
  readonly related: readonly RelatedRow[];
  readonly accounts: readonly AccountRow[];
}

/** All that a judge's name, employer, number, mail and address are compared with. */
export function applicantFacts(
  sealer: Sealer,
  { row, merged, related, accounts }: Known,
): ApplicantFacts {
  const answers = JSON.parse(row.answers) as Partial<ApplicationAnswers>;
  const records = [row, ...merged];
  const persons = records.flatMap(
    ({ relatedPersons }) => JSON.parse(relatedPersons ?? '[]') as RelatedPerson[],
  );
  return {
    creditCode: row.creditCode,
    names: [...records, ...related].map(({ name }) => name),
    people: records.flatMap(({ headName, contactName }) => [headName, contactName]),
    tiedPeople: [
      ...accounts.map(({ personName }) => personName),
      ...persons.map(({ name }) => name),
      ...related.flatMap(({ headName }) => headName ?? []),
    ],
    mobiles: records.map(({ contactMobileSealed }) => sealer.open(contactMobileSealed)),
    mails: [
      ...records.flatMap(({ contactEmailSealed: sealed }) => (sealed ? [sealer.open(sealed)] : [])),
      ...accounts.flatMap(({ email }) => email ?? []),
    ],
    addresses: records.flatMap((one) => [one.registeredAddress, one.workingAddress]),
    bankTails: [],
    texts: [
      ...Object.values(answers.texts ?? {}),
      ...Object.values(answers.rows ?? {}).flatMap((rows) =>
        rows.flatMap((cells) => Object.values(cells)),
      ),
    ],
    recommendingDivision: row.divisionCode,
  };
}
