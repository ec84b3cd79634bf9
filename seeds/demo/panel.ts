import { ConflictDeclaration } from '../../src/judging/conflicts/conflict-declaration.entity.js';
import { Seat } from '../../src/judging/panel/seat.entity.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import type { DrawnPanel } from './draws.js';
import type { CategoryLetter } from './merchant.js';
import type { Cast, DemoJudge } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

export interface DemoSeat {
  readonly id: string;
  readonly number: number;
  readonly judge: DemoJudge;
  readonly row: Partial<Seat>;
}

export interface DemoPanel {
  /** Seats 1 to 9 in order; alternates are numbered from 101. */
  readonly seats: readonly DemoSeat[];
  readonly alternates: readonly DemoSeat[];
}

/** Alternates who take part in the story; a drawn panel has more in line. */
const STANDING_BY = 3;

/** The whole panel of nine scores the whole category; alternates follow in fixed order. */
export function addPanel(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  category: CategoryLetter,
  drawn: DrawnPanel | null = null,
): DemoPanel {
  const declaredAt = (i: number) => at(programme.phase('RecusalDeclaration').from, 20 + i * 15);
  const seat = (judge: DemoJudge, i: number, alternate: boolean, chance = dice) =>
    addSeat(city, chance, cast, programme, category, {
      judge,
      number: alternate ? 100 + i + 1 : i + 1,
      alternate,
      drawId: drawn?.drawId ?? null,
      reason: drawn
        ? ''
        : alternate
          ? '专家库人工选定，列为候补专家，监督员到场见证。'
          : '专家库人工选定，与申报单位无利害关系，监督员到场见证。',
      seatedAt: drawn?.seatedAt ?? at(programme.phase('Drawing').from, 60),
      declaredAt: i < STANDING_BY || !alternate ? declaredAt(i) : null,
    });
  const { judges, alternates } = drawn ?? cast;
  const more = dice.fork(`alternates-${category}`);
  alternates.slice(STANDING_BY).forEach((judge, i) => seat(judge, STANDING_BY + i, true, more));
  return {
    seats: judges.map((judge, i) => seat(judge, i, false)),
    alternates: alternates.slice(0, STANDING_BY).map((judge, i) => seat(judge, i, true)),
  };
}

interface NewSeat {
  readonly judge: DemoJudge;
  readonly number: number;
  readonly alternate: boolean;
  readonly drawId: string | null;
  readonly reason: string;
  readonly seatedAt: string;
  readonly declaredAt: string | null;
}

function addSeat(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  category: CategoryLetter,
  { judge, ...given }: NewSeat,
): DemoSeat {
  const row = city.rows.add(Seat, {
    id: dice.id(),
    programmeId: programme.id,
    categoryId: programme.categoryIds[category],
    expertId: judge.expertId,
    chair: given.number === 1,
    seatedBy: cast.registrar,
    ...given,
  });
  return { id: row.id, number: given.number, judge, row };
}

/** A judge's answer on one application; without a ground it is "none". */
export function addDeclaration(
  city: City,
  dice: Dice,
  seat: DemoSeat,
  applicationId: string,
  declaredAt: string,
  conflict: Partial<ConflictDeclaration> = {},
): void {
  city.rows.add(ConflictDeclaration, {
    id: dice.id(),
    seatId: seat.id,
    applicationId,
    hits: [],
    state: 'none',
    declaredAt,
    ...conflict,
  });
}
