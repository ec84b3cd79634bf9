interface NoticeRule {
  /** A second person confirms the hash that the first was shown. */
  readonly twoPeople: boolean;
  /** What ends a programme or obeys a court may stand without the basis, which may be what fell away. */
  readonly needsLegalBasis: boolean;
  /** Its days are counted from the day of posting: it is posted on the day it was prepared. */
  readonly postedSameDay: boolean;
  /** It corrects the last posted notice of these kinds about the same programme or title, and says so. */
  readonly corrects: readonly string[];
}

const plain: NoticeRule = {
  twoPeople: false,
  needsLegalBasis: true,
  postedSameDay: false,
  corrects: [],
};

/** Every kind of notice, and what its posting asks for. */
export const NOTICE_RULES = {
  call: plain,
  defence: { ...plain, postedSameDay: true, corrects: ['defence'] },
  publicity: { ...plain, postedSameDay: true, corrects: ['publicity'] },
  publication: { ...plain, twoPeople: true },
  correction: { ...plain, twoPeople: true, corrects: ['publication', 'correction'] },
  revocation: { ...plain, twoPeople: true },
  /** Stands on the decision of a court or a higher body that gives the title back. */
  restoration: {
    ...plain,
    twoPeople: true,
    needsLegalBasis: false,
    corrects: ['revocation'],
  },
  termination: { ...plain, twoPeople: true, needsLegalBasis: false },
} as const satisfies Readonly<Record<string, NoticeRule>>;

/** What is drafted by a decision about one title, and waits with that title. */
export const TITLE_NOTICES = ['revocation', 'restoration'] as const;

/** What tells everybody the list that is in force; discoveries after publication are entered against it. */
export const LIST_NOTICES = ['publication', 'correction'] as const;

export function publishesList(kind: NoticeKind): boolean {
  return (LIST_NOTICES as readonly string[]).includes(kind);
}

export type NoticeKind = keyof typeof NOTICE_RULES;

export const NOTICE_KINDS = Object.keys(NOTICE_RULES) as readonly NoticeKind[];
