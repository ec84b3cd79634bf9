import { describe, expect, test } from '@jest/globals';
import { type Change, changed, done } from '../../../test/support/finished-programme.js';
import { attestationIn } from './attestations.js';
import { guardFindings } from './guard-rules.js';

describe('who registers a guard', () => {
  test.each([
    ['drawRecordSigned', 'Drawing', ['CityRegistrar']],
    ['drawRecordSigned', 'RecusalDeclaration', undefined],
    ['supervisorWitnesses', 'Drawing', ['Supervisor']],
    ['supervisorWitnesses', 'ScoresLocked', undefined],
    ['paperAndScreenReconciled', 'Defence', undefined],
    ['legalBasisApproved', 'Drawing', undefined],
  ] as const)('%s in %s: %j', (guard, state, roles) => {
    expect(attestationIn(guard, state)?.roles).toEqual(roles);
  });
});

describe('what was registered', () => {
  const witnessed = (...guards: readonly string[]) =>
    guards.map((guard) => ({
      guard,
      state: 'Drawing',
      recordedAt: '2026-09-02T01:00:00.000Z',
    }));
  const drawn = (change: Change = {}, recordedAt = '2026-09-02T01:00:00.000Z') =>
    guardFindings(
      changed({
        ...change,
        programme: {
          state: 'Drawing',
          records: witnessed('drawRecordSigned', 'supervisorWitnesses').map((record) => ({
            ...record,
            recordedAt,
          })),
          ...change.programme,
        },
        judging: { seatsByHand: 1, ...change.judging },
      }),
    );

  test('stands for a panel chosen by hand, with its reasons', () => {
    const { seedRevealed, drawRecordSigned, supervisorWitnesses } = drawn();
    expect([seedRevealed, drawRecordSigned, supervisorWitnesses].map(({ met }) => met)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each([
    ['without the signed record', { programme: { records: witnessed('supervisorWitnesses') } }],
    ['without the witness', { programme: { records: witnessed('drawRecordSigned') } }],
    ['while a seat lacks its reason', { judging: { seatsWithoutReason: 1 } }],
    ['while nobody sits on it', { judging: { seats: 0 } }],
  ] satisfies readonly (readonly [string, Change])[])('does not reveal it %s', (_title, change) => {
    expect(drawn(change).seedRevealed.met).toBe(false);
  });

  test('at the very moment of the last seat stands', () => {
    expect(drawn({}, done.judging.panelChangedAt!).drawRecordSigned.met).toBe(true);
  });

  test('stands where no seat was ever changed', () => {
    expect(drawn({ judging: { panelChangedAt: null } }).drawRecordSigned.met).toBe(true);
  });

  test('of another thing does not go stale with the panel', () => {
    const records = [
      {
        guard: 'paperAndScreenReconciled',
        state: 'Drawing',
        recordedAt: '2026-08-31T01:00:00.000Z',
      },
    ];
    expect(drawn({ programme: { records } }).paperAndScreenReconciled.met).toBe(true);
  });

  test('stands although no page registers it any more', () => {
    const records = [{ guard: 'cutLineSheetRead', state: 'Drawing', recordedAt: '' }];
    expect(drawn({ programme: { records } }).cutLineSheetRead.met).toBe(true);
  });

  test('speaks of the panel as it was: a later seat asks for it again', () => {
    const { drawRecordSigned, supervisorWitnesses } = drawn({}, '2026-08-31T01:00:00.000Z');
    expect([drawRecordSigned.met, supervisorWitnesses.met]).toEqual([false, false]);
  });

  test('is not asked for again once the draw is over', () => {
    const later = drawn({ programme: { state: 'RecusalDeclaration' } }, '2026-08-31T01:00:00.000Z');
    expect(later.drawRecordSigned.met).toBe(true);
  });

  test('as a witness holds in its own state only; the signed record goes on', () => {
    const later = drawn({ programme: { state: 'RecusalDeclaration' } });
    expect([later.drawRecordSigned.met, later.supervisorWitnesses.met]).toEqual([true, false]);
  });

  test('takes no opinion over that a division never signed: the city moves the application', () => {
    const records = [
      {
        guard: 'divisionOpinionsSignedOrTakenOver',
        state: 'DivisionReview',
        recordedAt: '2026-09-02T01:00:00.000Z',
      },
    ];
    const facts = changed({ programme: { records }, applications: { divisionPending: 2 } });
    expect(guardFindings(facts).divisionOpinionsSignedOrTakenOver).toEqual({ met: false, open: 2 });
  });
});
