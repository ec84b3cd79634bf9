import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { newId } from '../../src/database/new-id.js';
import { AnchorDossier } from '../../src/judging/anchors/anchor-dossier.entity.js';
import { AnchorSheet } from '../../src/judging/anchors/anchor-sheet.entity.js';
import type { AnchorSheetState } from '../../src/rules/lifecycle/anchor-states.js';
import { roundSheet } from '../../src/rules/rounds/round-sheet.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { halfPoints } from './judged-round.js';
import type { TestApp } from './test-app.js';

/** The rules of most tests, with panels that score anchors first. */
export const ANCHORED: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((one) => ({ ...one, anchors: true })),
};

export const anchorIndicators = roundSheet(PRESET_NOW, 'G', 'material')!.indicators;

/** What a registrar types for each indicator: reference points at half of each scale. */
export const typedAnchor = {
  texts: Object.fromEntries(anchorIndicators.map(({ code }) => [code, `${code}的材料说明。`])),
  points: halfPoints,
  reasons: Object.fromEntries(anchorIndicators.map(({ code }) => [code, '材料齐全，有据可查。'])),
  documents: [],
};

/** An anchor that two people have agreed on, as a row. */
export async function confirmedAnchor(
  app: TestApp,
  { programmeId, categoryId }: { readonly programmeId: string; readonly categoryId: string },
  number = 1,
  points: Readonly<Record<string, number>> = halfPoints,
): Promise<string> {
  const id = newId();
  const { texts, reasons } = typedAnchor;
  const now = app.clock.now();
  await app.database.repo(AnchorDossier).insert({
    id,
    programmeId,
    categoryId,
    number,
    state: 'Confirmed',
    sourceId: null,
    evidence: Object.fromEntries(
      Object.entries(texts).map(([code, text]) => [code, { text, rows: [], documents: [] }]),
    ),
    points,
    reasons,
    preparedBy: programmeId,
    preparedAt: now,
    confirmedBy: categoryId,
    confirmedAt: now,
    returnReason: null,
    version: 1,
  });
  return id;
}

/** One that judges may score, because there are enough in its category. */
export async function scorableAnchor(
  app: TestApp,
  place: { readonly programmeId: string; readonly categoryId: string },
): Promise<string> {
  await confirmedAnchor(app, place, 2);
  return confirmedAnchor(app, place);
}

/** What a judge gave an anchor, as a row. */
export async function anchorSheet(
  app: TestApp,
  anchorId: string,
  accountId: string,
  given: {
    readonly state?: AnchorSheetState;
    readonly scores?: Readonly<Record<string, number>>;
  } = {},
): Promise<string> {
  const { state = 'Acknowledged', scores = halfPoints } = given;
  const id = newId();
  const now = app.clock.now();
  await app.database.repo(AnchorSheet).insert({
    id,
    anchorId,
    accountId,
    state,
    scores,
    comments: {},
    savedAt: now,
    submittedAt: state === 'Open' ? null : now,
    acknowledgedAt: state === 'Acknowledged' ? now : null,
    version: 1,
  });
  return id;
}
