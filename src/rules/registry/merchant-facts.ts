import { cleanText } from '../identifiers/clean-text.js';

/** What a merchant states about itself; money and shares in hundredths, days as YYYY-MM-DD. */
export interface MerchantFacts {
  readonly merchantType: string;
  readonly name: string;
  readonly creditCode: string | null;
  /** A number the merchant carried before its credit code, for its history. */
  readonly idType: string | null;
  readonly idValue: string | null;
  readonly exemptionGround: string | null;
  readonly headName: string;
  readonly headNamePublic: boolean;
  readonly foundedOn: string;
  readonly capitalWan: number | null;
  readonly divisionCode: string;
  readonly town: string;
  readonly registeredAddress: string;
  readonly workingAddress: string;
  readonly goodsCategories: readonly string[];
  readonly sector: string;
  readonly businessType: string;
  readonly park: string | null;
  readonly farmGoodsSharePct: number | null;
  readonly localOriginPct: number | null;
  readonly principalSharePct: number | null;
  readonly staff: number;
  readonly insured: number;
  readonly contactName: string;
  readonly contactMobile: string;
  readonly contactEmail: string | null;
  readonly birthDate: string | null;
  /** Identity number of an exempt person or of a head who proves their age; null where none was typed. */
  readonly personIdNo: string | null;
  readonly intro: string;
}

/** Facts kept readable in versions; contacts, birth date and identity number are sealed apart. */
export const RECORD_FIELDS = [
  'merchantType',
  'name',
  'creditCode',
  'idType',
  'idValue',
  'exemptionGround',
  'headName',
  'headNamePublic',
  'foundedOn',
  'capitalWan',
  'divisionCode',
  'town',
  'registeredAddress',
  'workingAddress',
  'goodsCategories',
  'sector',
  'businessType',
  'park',
  'farmGoodsSharePct',
  'localOriginPct',
  'principalSharePct',
  'staff',
  'insured',
  'contactName',
  'intro',
] as const satisfies readonly (keyof MerchantFacts)[];

export type RecordField = (typeof RECORD_FIELDS)[number];
export type RecordFacts = Readonly<Pick<MerchantFacts, RecordField>>;

export function recordFacts(facts: RecordFacts): RecordFacts {
  return Object.fromEntries(RECORD_FIELDS.map((key) => [key, facts[key] ?? null])) as never;
}

/** Fields whose value differs between two states of a record, in the order of the form. */
export function changedFields(
  before: Partial<RecordFacts>,
  after: Partial<RecordFacts>,
): readonly RecordField[] {
  return RECORD_FIELDS.filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
}

/** The name as it is searched and ordered: full NFKC, lower case, blanks reduced. */
export function searchName(name: string): string {
  const plain = cleanText(name).normalize('NFKC').toLowerCase();
  return plain.replace(/\s+/gu, ' ').trim().slice(0, 60);
}
