import { Account } from '../../src/accounts/account.entity.js';
import { Duty } from '../../src/accounts/duty.entity.js';
import { hashPassword } from '../../src/accounts/passwords.js';
import { Application } from '../../src/applications/application.entity.js';
import type { Database } from '../../src/database/database.js';
import { newId } from '../../src/database/new-id.js';
import { Sealer } from '../../src/database/sealed.js';
import { DefenceOrder } from '../../src/judging/hall/defence-order.entity.js';
import { DefenceTurn } from '../../src/judging/hall/defence-turn.entity.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import { Category } from '../../src/programmes/category.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/programmes/round.entity.js';
import { RuleVersion } from '../../src/programmes/rule-version.entity.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import type { HallDay } from '../../src/rules/hall/hall-day.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';

export interface HallDaySetting {
  readonly secret: string;
  /** Keepers sign in with their number in the file and this. */
  readonly code: string;
  /** The first place that is heard here; those before were heard on the server. */
  readonly from: number;
  readonly now: string;
}

/** What a laptop holds: one round with its order, its merchants by name alone, and whoever keeps the day. */
export async function fillHallDay(
  database: Database,
  day: HallDay,
  setting: HallDaySetting,
): Promise<void> {
  const passwordHash = await hashPassword(setting.code);
  await database.transaction(async () => {
    await addKeepers(database, day, { ...setting, passwordHash });
    const categoryId = await addRound(database, day, setting.now);
    await addTurns(database, day, { ...setting, categoryId });
  });
}

async function addKeepers(
  database: Database,
  { keepers, programme }: HallDay,
  { secret, passwordHash, now }: HallDaySetting & { readonly passwordHash: string },
): Promise<void> {
  const sealer = new Sealer(secret);
  for (const [at, { id, name, role }] of keepers.entries()) {
    const number = String(at + 1);
    await database.repo(Account).insert({
      id,
      kind: 'office',
      mobileLookup: sealer.lookup(number),
      mobileSealed: sealer.seal(number),
      personName: name,
      passwordHash,
      email: null,
      emailConfirmedAt: null,
      mobileConfirmedAt: null,
      channels: null,
      mustChangePassword: false,
      privacyNoticeHash: null,
      consentVersion: null,
      demo: false,
      createdAt: now,
      disabledAt: null,
      version: 1,
    });
    await database.repo(Duty).insert({
      id: newId(),
      accountId: id,
      role,
      divisionCode: null,
      merchantId: null,
      programmeId: programme.id,
      grantedBy: null,
      grantedAt: now,
      endedAt: null,
    });
  }
}

async function addRound(
  database: Database,
  { programme, category, rules, roundId }: HallDay,
  now: string,
): Promise<string> {
  const { id: programmeId } = programme;
  const [ruleVersionId, categoryId] = [newId(), newId()];
  await database.repo(Programme).insert({
    ...programme,
    state: 'Defence',
    host: '',
    scope: '',
    cycle: '',
    funds: '',
    calendar: [],
    ruleVersionId,
    copiedFromId: null,
    historicalNote: null,
    preparedBy: null,
    createdAt: now,
    stateSince: now,
    cancellationReason: null,
    version: 1,
  });
  await database.repo(RuleVersion).insert({
    id: ruleVersionId,
    programmeId,
    number: 1,
    rules,
    hash: hashOf(rules),
    reason: '',
    authorId: null,
    createdAt: now,
    frozenAt: now,
  });
  const { code, zh: nameZh, en: nameEn } = category;
  const ofCategory = { id: categoryId, programmeId, code, nameZh, nameEn, position: 0 };
  await database.repo(Category).insert(ofCategory);
  await database.repo(Round).insert({
    id: roundId,
    programmeId,
    categoryId,
    kind: 'defence',
    state: 'Open',
    blind: false,
    repeats: false,
    otherScores: 'never',
    opensOn: beijingDate(now),
    closesOn: beijingDate(now),
    closedAt: null,
    lockedAt: null,
    version: 1,
  });
  return categoryId;
}

async function addTurns(
  database: Database,
  { programme, roundId, order, turns, keepers }: HallDay,
  { secret, from, now, categoryId }: HallDaySetting & { readonly categoryId: string },
): Promise<void> {
  const orderId = newId();
  const heard = turns
    .filter(({ place }) => place >= from)
    .map((turn) => ({ ...turn, applicationId: newId(), merchantId: newId() }));
  const { committed, witnessed, revealed } = order.times;
  await database.repo(DefenceOrder).insert({
    id: orderId,
    roundId,
    number: 1,
    labels: Object.fromEntries(heard.map(({ label, applicationId }) => [label, applicationId])),
    listHash: order.listHash,
    commitment: order.commitment,
    seedSealed: null,
    committedBy: keepers[0]!.id,
    committedAt: committed,
    witness: order.witness,
    witnessedBy: null,
    witnessedAt: witnessed,
    drawnBy: null,
    drawnAt: revealed,
    record: order,
    version: 1,
  });
  for (const { place, merchant, receipt, applicationId, merchantId } of heard) {
    await database.repo(Merchant).insert(nameOnly(merchantId, merchant, { secret, now }));
    await database.repo(Application).insert({
      id: applicationId,
      programmeId: programme.id,
      categoryId,
      merchantId,
      divisionCode: '',
      state: 'InReview',
      stateSince: now,
      receiptNumber: receipt,
      judgingNumber: null,
      snapshot: null,
      answers: { texts: {}, rows: {}, penaltySelfReport: null },
      eligibilityAt: null,
      submittedAt: null,
      correctionCount: 0,
      createdBy: keepers[0]!.id,
      createdAt: now,
      version: 1,
    });
    await database.repo(DefenceTurn).insert({
      id: newId(),
      orderId,
      applicationId,
      place,
      attendance: null,
      again: false,
      speakerSealed: null,
      note: null,
      attendanceBy: null,
      attendanceAt: null,
      hallFileId: null,
      version: 1,
    });
  }
}

/** The register of the city stays at home: a laptop knows what to call out. */
function nameOnly(id: string, name: string, { secret, now }: { secret: string; now: string }) {
  return {
    id,
    merchantType: 'company',
    name,
    searchName: name,
    creditCode: null,
    creditCodeWarnings: [],
    idType: null,
    idValue: null,
    exemptionGround: null,
    exemptionStatementId: null,
    headName: '',
    foundedOn: beijingDate(now),
    capitalWan: null,
    divisionCode: '',
    town: '',
    registeredAddress: '',
    workingAddress: '',
    goodsCategories: [],
    sector: '',
    businessType: '',
    park: null,
    farmGoodsSharePct: null,
    localOriginPct: null,
    principalSharePct: null,
    staff: 0,
    insured: 0,
    contactName: '',
    contactMobileSealed: new Sealer(secret).seal(''),
    contactEmailSealed: null,
    birthDateSealed: null,
    personIdSealed: null,
    intro: '',
    headNamePublic: false,
    relatedPersons: null,
    mergedIntoId: null,
    acceptedAt: now,
    acceptedBy: null,
    registeredAt: now,
    changedAt: now,
    version: 1,
  };
}
