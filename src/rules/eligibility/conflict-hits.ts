import { nameKey } from '../identifiers/name-skeleton.js';

/** One item of the declaration form; the office may change what is hard for its programme. */
export interface ConflictGround {
  readonly number: number;
  readonly key: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  readonly kind: 'Hard' | 'Soft';
  /** Case inside a soft ground that bars all the same. */
  readonly hardCase: { readonly 'zh-CN': string; readonly en: string } | null;
  /** `null`: no time limit. */
  readonly lookBackYears: number | null;
}

export interface JudgeFacts {
  readonly name: string;
  readonly employerCreditCode: string | null;
  readonly employer: string | null;
  readonly mobiles: readonly string[];
  readonly mails: readonly string[];
  readonly addresses: readonly string[];
  readonly bankTails: readonly string[];
  /** Division whose recommending office the judge serves. */
  readonly officerOfDivision: string | null;
}

export interface ApplicantFacts {
  readonly creditCode: string | null;
  readonly names: readonly string[];
  /** Head, proprietor and contact persons. */
  readonly people: readonly string[];
  /** Everybody else whom the register ties to it: accounts, related persons, heads of related merchants. */
  readonly tiedPeople: readonly string[];
  readonly mobiles: readonly string[];
  readonly mails: readonly string[];
  readonly addresses: readonly string[];
  readonly bankTails: readonly string[];
  /** Texts of the file in which a witness (证明人) or a mentor (导师) may be named. */
  readonly texts: readonly string[];
  readonly recommendingDivision: string | null;
}

export interface ConflictHit {
  readonly hit: 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6';
  readonly kind: 'Hard' | 'Soft';
  readonly compared: string;
  readonly value: string;
  readonly messageKey: `conflict.hit.${string}`;
}

/** Conflicts that plain comparison finds; each pre-fills the declaration and must be answered. */
export function automaticHits(
  judge: JudgeFacts,
  applicant: ApplicantFacts,
  publicMailDomains: readonly string[],
): readonly ConflictHit[] {
  const hit = (
    name: ConflictHit['hit'],
    kind: ConflictHit['kind'],
    compared: string,
    values: readonly string[],
  ): ConflictHit[] =>
    values.map((value) => ({
      hit: name,
      kind,
      compared,
      value,
      messageKey: `conflict.hit.${name}`,
    }));

  const sharedAddresses = shared(judge.addresses, applicant.addresses);
  const privateDomains = (mails: readonly string[]) =>
    mails.map(mailDomain).filter((domain) => !publicMailDomains.includes(domain));
  return [
    ...hit(
      'H1',
      'Hard',
      'creditCode',
      shared(given(judge.employerCreditCode), given(applicant.creditCode)),
    ),
    ...hit('H1', 'Hard', 'employer', shared(given(judge.employer), applicant.names)),
    ...hit('H2', 'Hard', 'mobile', shared(judge.mobiles, applicant.mobiles)),
    ...hit('H2', 'Hard', 'mail', shared(judge.mails, applicant.mails, mailKey)),
    ...hit(
      'H2',
      'Hard',
      'mailDomain',
      shared(privateDomains(judge.mails), privateDomains(applicant.mails), mailKey),
    ),
    ...hit('H2', 'Hard', 'address', sharedAddresses),
    ...hit('H2', 'Hard', 'bankTail', shared(judge.bankTails, applicant.bankTails)),
    ...hit(
      'H3',
      'Soft',
      'surnameAndAddress',
      sharesSurname(judge, applicant) ? sharedAddresses : [],
    ),
    // Only where the namesake is: who turns out to compete is barred from the others by that answer.
    ...hit(
      'H4',
      'Hard',
      'merchantTie',
      shared([judge.name], [...applicant.people, ...applicant.tiedPeople]).length
        ? applicant.names.slice(0, 1)
        : [],
    ),
    ...hit('H5', 'Soft', 'witnessOrMentor', isNamed(judge.name, applicant.texts)),
    ...hit(
      'H6',
      'Hard',
      'recommendingDivision',
      shared(given(judge.officerOfDivision), given(applicant.recommendingDivision)),
    ),
  ];
}

/** Values of the first list that also stand in the second, each once, as the judge's record writes them. */
function shared(
  ours: readonly string[],
  theirs: readonly string[],
  keyOf: (value: string) => string = nameKey,
): readonly string[] {
  const keys = new Set(theirs.map(keyOf));
  keys.delete('');
  return [...new Map(ours.map((value) => [keyOf(value), value]))]
    .filter(([key]) => keys.has(key))
    .map(([, value]) => value);
}

/** A name stands in a sentence more often than alone. */
function isNamed(name: string, texts: readonly string[]): readonly string[] {
  const key = nameKey(name);
  return key && texts.some((text) => nameKey(text).includes(key)) ? [name] : [];
}

/** An empty text is no employer and no code. */
function given(value: string | null): readonly string[] {
  return value ? [value] : [];
}

/** Dots and hyphens tell two addresses apart, so only width and case are ignored. */
function mailKey(mail: string): string {
  return mail.normalize('NFKC').trim().toLowerCase();
}

function mailDomain(mail: string): string {
  const key = mailKey(mail);
  return key.slice(key.lastIndexOf('@') + 1);
}

function sharesSurname(judge: JudgeFacts, applicant: ApplicantFacts): boolean {
  const surname = surnameOf(judge.name);
  return applicant.people.some((person) => surnameOf(person) === surname);
}

const COMPOUND_SURNAMES =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 端木 独孤'.split(' ');

function surnameOf(name: string): string {
  const trimmed = name.normalize('NFKC').trim();
  return COMPOUND_SURNAMES.find((surname) => trimmed.startsWith(surname)) ?? trimmed.slice(0, 1);
}
