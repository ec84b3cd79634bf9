import { AwardList, type AwardListRow } from '../../src/awards/lists/award-list.entity.js';
import { publishResults } from '../../src/rules/provenance/publish-results.js';
import type {
  ListChange,
  ResultInputs,
  ResultsBundle,
} from '../../src/rules/provenance/results-bundle.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { DIVISIONS } from './geography.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

export interface Place {
  readonly application: DemoApplication;
  readonly standing: number;
  readonly proposed: boolean;
}

export interface ListSetting {
  readonly kind: 'proposed' | 'award';
  readonly number: number;
  readonly state: 'Posted' | 'Published' | 'Superseded';
  readonly places: readonly Place[];
  readonly changes: readonly ListChange[];
  readonly on: string;
  readonly documentNumber?: string;
  readonly publishedOn?: string;
  readonly minutes?: string;
  readonly correctionReason?: string;
  /** Receipt number → the entry of the column "main" as it was printed by mistake. */
  readonly misprints?: Readonly<Record<string, string>>;
}

/** One version of a list with the bundle from which anyone computes it again. */
export function addList(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  inputs: ResultInputs,
  { places, changes, on, misprints = {}, ...version }: ListSetting,
): Partial<AwardList> {
  const serials = new Map<string, number>();
  const rows = places.map(({ application, standing }): AwardListRow => {
    const { merchant, category, receiptNumber } = application;
    const serial = (serials.get(category) ?? 0) + 1;
    serials.set(category, serial);
    return {
      serial,
      category,
      divisionCode: merchant.division.code,
      name: merchant.name,
      main: misprints[receiptNumber] ?? merchant.brand,
      applicationId: application.id,
      merchantId: merchant.id,
      standing,
    };
  });
  const bundle = bundleOf(inputs, places, changes);
  const hash = hashOf(rows);
  const id = dice.id();
  const proposed = version.kind === 'proposed';
  city.journal.record({
    at: at(on, 60),
    actorId: proposed ? cast.registrar : cast.approver,
    actorRole: proposed ? 'CityRegistrar' : 'Approver',
    event: 'list.prepare',
    subjectType: 'list',
    subjectId: id,
    programmeId: programme.id,
    details: { number: version.number, rows: rows.length, hash, inputHash: bundle.inputHash },
  });
  return city.rows.add(AwardList, {
    id,
    programmeId: programme.id,
    ...version,
    rows,
    hash,
    bundle,
    inputHash: bundle.inputHash,
    leftOut: changes.length
      ? { posted: places.length + changes.length, reasons: { cancelled: changes.length } }
      : null,
    preparedBy: proposed ? cast.registrar : cast.approver,
    preparedAt: at(on, 60),
    confirmedBy: cast.publishers[1],
    confirmedAt: at(on, 120),
  });
}

function bundleOf(
  inputs: ResultInputs,
  places: readonly Place[],
  changes: readonly ListChange[],
): ResultsBundle {
  const list = places.map(({ application, standing }) => ({
    category: application.category,
    receiptNumber: application.receiptNumber,
    standing,
    division: application.merchant.division.code,
    merchant: application.merchant.name,
  }));
  return publishResults(inputs, list, changes);
}

/** By category, then in the customary order of divisions, then by standing. */
export function inListOrder(places: readonly Place[]): Place[] {
  const key = ({ application, standing }: Place) =>
    'GYN'.indexOf(application.category) * 1_000_000 +
    DIVISIONS.indexOf(application.merchant.division) * 1_000 +
    standing;
  return places.toSorted((a, b) => key(a) - key(b));
}
