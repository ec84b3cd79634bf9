import { nameKey } from '../identifiers/name-skeleton.js';
import { findingWhen, type PlausibilityFinding } from './plausibility.js';

/** Bits of 64 in which two perceptual hashes of one picture may differ. */
const NEAR_IMAGE_BITS = 5;

/** What one application shows to others. `application` is the name under which it is reported. */
export interface ComparedApplication {
  readonly application: string;
  readonly category: string;
  readonly creditCode: string | null;
  readonly relatedCreditCodes: readonly string[];
  readonly telephones: readonly string[];
  readonly addresses: readonly string[];
  readonly headName: string;
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    /** 64-bit perceptual hash of a picture in 16 hexadecimal digits. */
    readonly imageHash: string | null;
  }[];
  readonly shops: readonly { readonly host: string; readonly shopNo: string | null }[];
}

/** X13, X14, X15 and X20: one application against the others of the programme. */
export function checkAgainstOthers(
  own: ComparedApplication,
  others: readonly ComparedApplication[],
): readonly PlausibilityFinding[] {
  return others
    .filter((other) => other.application !== own.application)
    .flatMap((other) => CHECKS.flatMap((check) => check(own, other)));
}

export interface FigureVerdict {
  readonly field: string;
  readonly claimed: number;
  readonly verified: number;
}

/** X19: a figure verified more than 5 % below the claim costs a point of G19. */
export function checkVerdicts(verdicts: readonly FigureVerdict[]): readonly PlausibilityFinding[] {
  return verdicts.flatMap(({ field, claimed, verified }) =>
    findingWhen((claimed - verified) * 20 > Math.abs(claimed), 'X19', 'Flag', [field], {
      field,
      claimed,
      verified,
    }),
  );
}

type Check = (
  own: ComparedApplication,
  other: ComparedApplication,
) => readonly PlausibilityFinding[];

const CHECKS: readonly Check[] = [
  function sameFile(own, other) {
    return own.files.flatMap((file) => {
      const twin = other.files.find(
        (each) => each.sha256 === file.sha256 || isNearImage(each.imageHash, file.imageHash),
      );
      return findingWhen(twin !== undefined, 'X13', 'Flag', ['attachments'], {
        file: file.name,
        otherFile: twin?.name ?? '',
        other: other.application,
      });
    });
  },
  function sameContact(own, other) {
    const fields = (
      [
        ['contactTelephone', own.telephones, other.telephones],
        ['workingAddress', own.addresses, other.addresses],
        ['headName', [own.headName], [other.headName]],
      ] as const
    )
      .filter(([, ours, theirs]) => shares(ours, theirs))
      .map(([field]) => field);
    return findingWhen(fields.length > 0, 'X14', 'Flag', fields, { other: other.application });
  },
  function parentAndSubsidiary(own, other) {
    const isRelated =
      own.category === other.category &&
      (isListed(other.creditCode, own.relatedCreditCodes) ||
        isListed(own.creditCode, other.relatedCreditCodes));
    return findingWhen(isRelated, 'X15', 'Flag', ['relatedMerchants'], {
      other: other.application,
      category: own.category,
    });
  },
  function sameShop(own, other) {
    return own.shops.flatMap(({ host, shopNo }) => {
      const isTwin =
        shopNo !== null && other.shops.some((each) => each.host === host && each.shopNo === shopNo);
      return findingWhen(isTwin, 'X20', 'Flag', ['url', 'shopNo'], {
        host,
        shopNo: shopNo ?? '',
        other: other.application,
      });
    });
  },
];

function shares(ours: readonly string[], theirs: readonly string[]): boolean {
  const keys = new Set(theirs.map(nameKey));
  return ours.map(nameKey).some((key) => key !== '' && keys.has(key));
}

function isListed(code: string | null, codes: readonly (string | null)[]): boolean {
  return codes.includes(code);
}

function isNearImage(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const half = (from: number) =>
    ones(
      Number.parseInt(one.slice(from, from + 8), 16) ^
        Number.parseInt(other.slice(from, from + 8), 16),
    );
  return half(0) + half(8) <= NEAR_IMAGE_BITS;
}

/** Bits that are set in a 32-bit number (Kernighan). */
function ones(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
