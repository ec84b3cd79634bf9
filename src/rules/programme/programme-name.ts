/** Words that no name of a programme may carry: it is a city's award (process rule book, §12). */
const BARRED = ['国家', '中国', '全国'] as const;

/** Words that need an approved demonstration or commendation behind them. */
const NEEDS_APPROVAL = ['示范', '命名', '授牌'] as const;

export interface WordingCheck {
  readonly barred: readonly string[];
  /** Words to be reconsidered while the basis is a professional grading. */
  readonly flagged: readonly string[];
}

/** Checks a programme's name, or the text of a notice, against its kind of legal basis. */
export function checkWording(text: string, basisType: string | null): WordingCheck {
  const flagged = basisType === 'professionalGrading' ? NEEDS_APPROVAL : [];
  return {
    barred: BARRED.filter((word) => text.includes(word)),
    flagged: flagged.filter((word) => text.includes(word)),
  };
}
