import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import type { ApplicationFile } from './application-file.js';
import type { SubmissionProblem } from './submission-problem.js';

/** The six declarations of the data dictionary (fields §7), in the order of the page. */
export const declarationKinds = [
  'truth',
  'creditQuery',
  'publicity',
  'personalInformation',
  'noViolation',
  'recusalHelp',
] as const;
export type DeclarationKind = (typeof declarationKinds)[number];

/** An item that is agreed to by its own tick; `needed` says the application fails without it. */
export interface ConsentItem {
  readonly key: string;
  readonly needed: boolean;
}

export interface GivenDeclaration {
  readonly accepted: boolean;
  /** Ticked items; for the help with recusal the relations that were named, line by line. */
  readonly items: readonly string[];
}
export type GivenDeclarations = Readonly<Record<DeclarationKind, GivenDeclaration>>;

/** The ticks of one declaration; empty when it is agreed to as a whole. */
export function consentItems(file: ApplicationFile, kind: DeclarationKind): readonly ConsentItem[] {
  if (kind === 'publicity') return publicFields;
  if (kind !== 'personalInformation') return [];
  const { rows } = file.application.answers;
  const { principalAge } = file.category.eligibility;
  return [
    { key: 'contact', needed: true },
    ...(principalAge ? [{ key: 'birthDate', needed: true }] : []),
    ...(rows.circumstances?.length ? [{ key: 'circumstances', needed: true }] : []),
    ...(rows.starters?.length ? [{ key: 'starters', needed: true }] : []),
  ];
}

const publicFields: readonly ConsentItem[] = [
  { key: 'merchantName', needed: true },
  { key: 'division', needed: true },
  { key: 'shops', needed: false },
];

export function declarationProblems(
  file: ApplicationFile,
  given: GivenDeclarations,
): readonly SubmissionProblem[] {
  return declarationKinds.flatMap((kind): SubmissionProblem[] => {
    const needed = consentItems(file, kind).filter((item) => item.needed);
    const { accepted, items } = given[kind];
    const whole = consentItems(file, kind).length === 0;
    const complete = whole ? accepted : needed.every(({ key }) => items.includes(key));
    if (complete) return [];
    return [
      {
        step: 'declarations',
        field: kind,
        code: 'applications.problem.declaration',
        label: { key: `applications.declaration.${kind}` },
      },
    ];
  });
}

/** Hash of the text as it was shown, so that it can be proved later what was agreed to. */
export function textHash(shown: string): string {
  return sha256Hex(shown);
}
