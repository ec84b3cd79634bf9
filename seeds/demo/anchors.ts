import { AnchorDossier } from '../../src/judging/anchors/anchor-dossier.entity.js';
import { AnchorSheet } from '../../src/judging/anchors/anchor-sheet.entity.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import { readText } from '../../src/rules/rounds/evidence-policy.js';
import { HALF_POINT } from '../../src/rules/scoring/anchor-points.js';
import type { Indicator } from '../../src/rules/scoring/indicator.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { expertTexts } from './expert-texts.js';
import type { CategoryLetter, DemoMerchant } from './merchant.js';
import type { DemoSeat } from './panel.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';
import { LEANINGS, scoreBy } from './scores.js';

/** Share of the weight that the office gives, and why: one strong dossier and one that only just carries. */
const LEVELS = [
  { share: 0.8, reason: '做法具体，次数、名单和单据齐全，可以逐项核对，只是还没有同行照着做。' },
  { share: 0.5, reason: '做了实事，但多为概述，缺少名单和单据，只能认定其中一部分。' },
] as const;

interface Setting {
  readonly programme: DemoProgramme;
  readonly category: CategoryLetter;
  readonly indicators: readonly Indicator[];
  /** Whose style of writing the texts have; no name is left in them. */
  readonly writers: readonly DemoMerchant[];
  /** Judges who have done them, in the order of the panel. */
  readonly judges: readonly DemoSeat[];
}

/** Two anchors of a category, agreed on by two people before the review, and done by who has begun it. */
export function addAnchors(city: City, dice: Dice, cast: Cast, setting: Setting): void {
  const { programme, category, indicators, writers, judges } = setting;
  const { from } = programme.phase('RecusalDeclaration');
  LEVELS.forEach(({ share, reason }, i) => {
    const writer = writers[i]!;
    const names = [writer.name, writer.brand];
    const texts = expertTexts(
      indicators.map(({ code }) => code),
      writer,
      programme.year - 2,
    );
    const of = <T>(value: (indicator: Indicator) => T) =>
      Object.fromEntries(indicators.map((indicator) => [indicator.code, value(indicator)]));
    const points = of(({ weight }) => Math.round((weight * share) / HALF_POINT) * HALF_POINT);
    const evidence = of(({ code }) => ({
      text: readText(texts[code]!, { blind: true, names }),
      rows: [],
      documents: [],
    }));
    const reasons = of(() => reason);
    const anchor = city.rows.add(AnchorDossier, {
      id: dice.id(),
      programmeId: programme.id,
      categoryId: programme.categoryIds[category],
      number: i + 1,
      state: 'Confirmed',
      sourceId: null,
      evidence,
      points,
      reasons,
      preparedBy: cast.registrar,
      preparedAt: at(from, 60 + i * 20),
      confirmedBy: cast.approver,
      confirmedAt: at(from, 180 + i * 20),
      returnReason: null,
      version: 3,
    });
    const about = { subjectType: 'anchor', subjectId: anchor.id, programmeId: programme.id };
    city.journal.record({
      ...about,
      at: anchor.preparedAt,
      actorId: cast.registrar,
      actorRole: 'CityRegistrar',
      event: 'anchor.prepare',
      details: { version: 2, points, content: hashOf({ evidence, reasons }) },
    });
    city.journal.record({
      ...about,
      at: anchor.confirmedAt,
      actorId: cast.approver,
      actorRole: 'Approver',
      event: 'anchor.confirm',
      details: { preparer: cast.registrar, version: 2 },
    });
    judges.forEach((seat, place) => {
      const merits = of(() => share);
      const { scores, comments } = scoreBy(dice, indicators, merits, LEANINGS[place]!);
      addSheet(city, dice, programme, anchor.id, { seat, place, scores, comments });
    });
  });
}

function addSheet(
  city: City,
  dice: Dice,
  programme: DemoProgramme,
  anchorId: string,
  given: {
    readonly seat: DemoSeat;
    readonly place: number;
    readonly scores: Record<string, number>;
    readonly comments: Record<string, string>;
  },
): void {
  const { seat, place, scores, comments } = given;
  const { from } = programme.phase('MaterialReview');
  const { accountId } = seat.judge;
  const submittedAt = at(from, -30 + place);
  const acknowledgedAt = at(from, -15 + place);
  const { id } = city.rows.add(AnchorSheet, {
    id: dice.id(),
    anchorId,
    accountId,
    state: 'Acknowledged' as const,
    scores,
    comments,
    savedAt: submittedAt,
    submittedAt,
    acknowledgedAt,
    version: 3,
  });
  const about = { subjectType: 'anchorSheet', subjectId: id, programmeId: programme.id };
  const by = { ...about, actorId: accountId, actorRole: 'Judge' };
  city.journal.record({
    ...by,
    at: submittedAt,
    event: 'anchorSheet.submit',
    details: { anchor: anchorId, scores, comments: hashOf(comments) },
  });
  city.journal.record({
    ...by,
    at: acknowledgedAt,
    event: 'anchorSheet.acknowledge',
    details: { anchor: anchorId },
  });
}
