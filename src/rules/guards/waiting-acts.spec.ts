import { describe, expect, it } from '@jest/globals';
import { programmeLifecycle } from '../lifecycle/programme-lifecycle.js';
import type { ProgrammeState } from '../lifecycle/programme-states.js';
import type { Finding, ProgrammeGuard } from './guard-facts.js';
import { GUARD_WORK } from './guard-work.js';
import { waitingActs } from './waiting-acts.js';

const all = Object.keys(GUARD_WORK) as ProgrammeGuard[];
type Open = Readonly<Partial<Record<ProgrammeGuard, number | null>>>;
/** Every guard holds but these, each with how many are open. */
const findings = (open: Open) =>
  Object.fromEntries(
    all.map((guard): [string, Finding] => [
      guard,
      guard in open ? { met: false, open: open[guard] ?? null } : { met: true, open: null },
    ]),
  ) as Record<ProgrammeGuard, Finding>;
const acts = (state: ProgrammeState, open: Open) =>
  waitingActs(state, findings(open)).map(({ does, owners }) => [
    'step' in does ? does.step : does.guard,
    ...owners,
  ]);
/** Of two ways the facts leave one open. */
const oneWay = {
  MaterialReview: { spreadFlagOpen: null, defenceHasNoWeight: null },
  SpreadReview: { spreadFlagOpen: null, defenceHasNoWeight: null },
  Publicity: { acceptedObjectionOpen: null },
} as Readonly<Partial<Record<ProgrammeState, Open>>>;

describe('whose turn it is', () => {
  const rows = programmeLifecycle.rows.flatMap((row) =>
    row.event === 'terminate' ? [] : row.from.map((state) => [state, row] as const),
  );
  const lonely = rows.flatMap(([state, row]) =>
    row.guards.map(
      (guard) => [state as ProgrammeState, row.event, guard as ProgrammeGuard] as const,
    ),
  );

  it.each(lonely)(
    'in %s, before %s, somebody is next when only %s is open',
    (state, event, guard) => {
      const next = acts(state, { ...oneWay[state], [guard]: 1 });
      const own = next.filter(([name]) => name === guard);
      const ready = next.some(([name]) =>
        programmeLifecycle.rows.some((row) => row.event === name && !row.from.includes(row.to)),
      );
      // Another way is open, or only time or the facts can bring it about.
      if (GUARD_WORK[guard] === null || ready) expect(own).toEqual([]);
      else expect(own.map(([, ...owners]) => owners.length > 0)).toEqual([true]);
      expect(event).toBeTruthy();
    },
  );

  it('a step whose guards hold is taken by its own people, not by the clock', () => {
    expect(acts('Verification', {})).toEqual([['startDrawing', 'Verifier', 'CityRegistrar']]);
    expect(acts('Open', {})).toEqual([]);
    expect(acts('Proposed', {})).toEqual([['startPublicity', 'Publisher']]);
  });

  it('the publisher is next with the call', () => {
    expect(acts('Announced', { applicationNoticePublished: null })).toEqual([
      ['applicationNoticePublished', 'Publisher'],
    ]);
  });

  it('what comes later in a draw is nobody’s yet', () => {
    const open = { panelAndAlternatesDrawn: 1, seedRevealed: 1, drawRecordSigned: 1 };
    expect(acts('Drawing', { ...open, supervisorWitnesses: null })).toEqual([
      ['panelAndAlternatesDrawn', 'CityRegistrar'],
      ['seedRevealed', 'CityRegistrar'],
    ]);
    expect(acts('Drawing', { drawRecordSigned: 1, supervisorWitnesses: null })).toEqual([
      ['drawRecordSigned', 'CityRegistrar'],
      ['supervisorWitnesses', 'Supervisor'],
    ]);
  });

  it('seats that were filled by hand have no seed: record and witness are next, not what follows from them', () => {
    const open = { seedRevealed: 0, drawRecordSigned: 0, supervisorWitnesses: null };
    expect(acts('Drawing', open)).toEqual([
      ['drawRecordSigned', 'CityRegistrar'],
      ['supervisorWitnesses', 'Supervisor'],
    ]);
  });

  it('categories wait for the tabulators, then for the second of them and the supervisor', () => {
    const computed = { secondPersonConfirmsHash: null, supervisorWitnesses: null };
    expect(acts('ScoresLocked', { compositeComputed: 2, ...computed })).toEqual([
      ['compositeComputed', 'Tabulator'],
    ]);
    expect(acts('ScoresLocked', computed)).toEqual([
      ['supervisorWitnesses', 'Supervisor'],
      ['secondPersonConfirmsHash', 'Tabulator'],
    ]);
  });

  it('credit queries that block the list are the screeners’', () => {
    expect(waitingActs('Proposed', findings({ creditQueryRenewed: 66 }))).toEqual([
      { does: { guard: 'creditQueryRenewed' }, owners: ['Screener'], chased: false, open: 66 },
    ]);
  });

  it('sheets are chased by the registrar; flags of a round that is signed stand beside them', () => {
    const open = { ...oneWay.MaterialReview, everySheetSigned: 4, noSpreadFlagOpen: 0 };
    expect(acts('MaterialReview', open)).toEqual([['everySheetSigned', 'CityRegistrar']]);
    expect(acts('MaterialReview', { ...open, noSpreadFlagOpen: 1 })).toEqual([
      ['everySheetSigned', 'CityRegistrar'],
      ['noSpreadFlagOpen', 'CityRegistrar'],
    ]);
    expect(waitingActs('MaterialReview', findings(open))[0]!.chased).toBe(true);
    const flagged = { ...oneWay.SpreadReview, noSpreadFlagOpen: 1 };
    expect(acts('SpreadReview', flagged)).toEqual([['noSpreadFlagOpen', 'CityRegistrar']]);
  });

  it('work that two ways wait for stands there once, and the closed way asks for none', () => {
    const sheets = { everySheetSigned: 4 };
    expect(acts('MaterialReview', { ...sheets, defenceHasNoWeight: null })).toEqual([
      ['everySheetSigned', 'CityRegistrar'],
    ]);
    const noDefence = { spreadFlagOpen: null, defenceHasWeight: null, defenceNoticeGiven: 1 };
    expect(acts('MaterialReview', { ...sheets, ...noDefence })).toEqual([
      ['everySheetSigned', 'CityRegistrar'],
    ]);
  });

  it('chairs, committees, divisions and auditors are nobody in the office', () => {
    expect(acts('DivisionReview', {})).toEqual([['startScreening', 'CityRegistrar']]);
    expect(acts('Defence', {})).toEqual([['closeDefence', 'CityRegistrar', 'Tabulator']]);
    expect(acts('Deliberation', {})).toEqual([['concludeDeliberation', 'CityRegistrar']]);
    expect(acts('InForce', { yearReviewNotClosed: null })).toEqual([['archive', 'CityRegistrar']]);
  });

  it('the review of a year is ended beside whatever the archive waits for, and once', () => {
    const review = ['closeAnnualReview', 'Verifier', 'CityRegistrar'];
    expect(acts('InForce', {})).toEqual([review, ['archive', 'CityRegistrar']]);
    expect(acts('InForce', { everyTitleEnded: 3 })).toEqual([review]);
    expect(acts('InForce', { everyTitleEnded: 3, everyTitleReviewedOrEnded: 1 })).toEqual([]);
    expect(acts('InForce', { everyTitleEnded: 3, yearReviewNotClosed: null })).toEqual([]);
  });

  it('nobody is chased for a step', () => {
    expect(waitingActs('Proposed', findings({}))).toEqual([
      { does: { step: 'startPublicity' }, owners: ['Publisher'], chased: false, open: null },
    ]);
  });

  it('a defence that is announced waits for its day, and for nobody', () => {
    const facts = { spreadFlagOpen: null, defenceHasNoWeight: null };
    expect(acts('MaterialReview', { ...facts, defenceNoticeGiven: 1 })).toEqual([
      ['defenceNoticeGiven', 'Publisher'],
    ]);
    expect(acts('MaterialReview', { ...facts, defenceNoticeGiven: 0 })).toEqual([]);
  });

  it('the rules are frozen by the announcement itself', () => {
    expect(acts('Preparing', { ruleVersionFrozen: null })).toEqual([['announce', 'Approver']]);
  });

  it('a period that runs is nobody’s turn, an objection in it is the registrar’s', () => {
    const running = { ...oneWay.Publicity, noticePeriodEnded: null };
    expect(acts('Publicity', running)).toEqual([]);
    expect(acts('Publicity', { ...running, everyObjectionAcceptedOrRefused: 1 })).toEqual([
      ['everyObjectionAcceptedOrRefused', 'CityRegistrar'],
    ]);
  });

  it('the archive waits for the last title', () => {
    const later = { yearReviewNotClosed: null, archivePackageVerified: null };
    expect(acts('InForce', { ...later, everyTitleEnded: 2 })).toEqual([]);
    expect(acts('InForce', later)).toEqual([['archivePackageVerified', 'CityRegistrar']]);
  });
});
