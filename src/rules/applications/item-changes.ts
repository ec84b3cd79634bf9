/** What an applicant states, as far as two versions of it are compared. */
export interface Stated {
  readonly figures: readonly { readonly key: string; readonly claimed: string | null }[];
  readonly answers: {
    readonly texts: Readonly<Record<string, string>>;
    readonly rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
    readonly penaltySelfReport: string | null;
  };
  readonly evidence: readonly {
    readonly indicator: string;
    readonly name: string;
    readonly hash: string;
    readonly caption: string;
  }[];
}

const ROW_LIST_KEYS = [
  'certifications',
  'samplingFailures',
  'circumstances',
  'training',
  'starters',
  'welfare',
] as const;

export interface ItemPart {
  readonly kind: 'figure' | 'text' | 'rows' | 'evidence' | 'penalty';
  readonly key: string;
}

/** What an item of a correction opens. A bare indicator, as older requests list it, is text and evidence. */
export function partsOfItem(item: string): readonly ItemPart[] {
  const [stem, rest] = [item.split('.')[0]!, item.slice(item.indexOf('.') + 1)];
  if (stem === 'text' || stem === 'evidence') return [{ kind: stem, key: rest }];
  if (item === 'penaltySelfReport') return [{ kind: 'penalty', key: item }];
  if ((ROW_LIST_KEYS as readonly string[]).includes(item)) return [{ kind: 'rows', key: item }];
  if (/^[A-Z]\d+$/.test(item)) {
    return [
      { kind: 'text', key: item },
      { kind: 'evidence', key: item },
    ];
  }
  return [{ kind: 'figure', key: item }];
}

/** A part of what is stated as one comparable text; null where nothing stands there. */
export function statedPart(stated: Stated, { kind, key }: ItemPart): string | null {
  const { figures, answers, evidence } = stated;
  if (kind === 'figure') return figures.find((figure) => figure.key === key)?.claimed ?? null;
  if (kind === 'text') return answers.texts[key] || null;
  if (kind === 'penalty') return answers.penaltySelfReport;
  if (kind === 'rows') {
    const rows = answers.rows[key] ?? [];
    return rows.length ? JSON.stringify(rows) : null;
  }
  const files = evidence
    .filter(({ indicator }) => indicator === key)
    .map(({ hash, caption }) => `${hash} ${caption}`);
  return files.length ? files.toSorted().join('\n') : null;
}

/** The items that say the same in both versions. */
export function unchangedItems(
  before: Stated,
  after: Stated,
  items: readonly string[],
): readonly string[] {
  return items.filter((item) =>
    partsOfItem(item).every((part) => statedPart(before, part) === statedPart(after, part)),
  );
}
