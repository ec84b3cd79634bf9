/** What the rules say about the day on which merchants are heard. */
export interface DefenceDay {
  /** Speaking time of each merchant; what goes over it is noted in seconds. */
  readonly minutes: number;
  /** `zero`: the defence of who did not come counts 0, whatever judges scored. `asScored`: the judges' sheets count. */
  readonly absent: AbsentRule;
  /** Who was absent when called is called once more, after the last. */
  readonly calledAgain: boolean;
  /** The chair may show the points of who was heard in the hall, once every seat has signed. */
  readonly reveal: boolean;
}

export const ABSENT_RULES = ['zero', 'asScored'] as const;
export type AbsentRule = (typeof ABSENT_RULES)[number];

/** Rules that say nothing leave a running programme as it was. */
export const DEFENCE_DAY: DefenceDay = {
  minutes: 10,
  absent: 'asScored',
  calledAgain: true,
  reveal: false,
};

export function defenceDayOf({
  defenceDay,
}: {
  readonly defenceDay?: Partial<DefenceDay>;
}): DefenceDay {
  return { ...DEFENCE_DAY, ...defenceDay };
}
