import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { ANCHORED, anchorSheet, confirmedAnchor } from '../../../test/support/anchors.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import type { Actor } from '../../web/actor.js';
import { PrepareAnchor } from './prepare-anchor.js';

let app: TestApp;
let round: JudgedRound;
let place: { programmeId: string; categoryId: string };
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2, ANCHORED);
  await round.everybodyDeclares();
  place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
}, 120_000);
afterAll(() => app.stop());

const elsewhere = (role: 'CityRegistrar' | 'Approver') => acting(role, { programmeId: newId() });
const over = { code: 'programmes.refused.over', kind: 'conflict' } as const;
const frozen = { code: 'judging.anchor.frozen', kind: 'conflict' } as const;

describe('an anchor is not begun', () => {
  const begin =
    (by: Actor = round.registrar, given: { categoryId?: string; sourceId?: string } = {}) =>
    () =>
      app.app
        .get(PrepareAnchor)
        .run(by, { categoryId: place.categoryId, sourceId: null, ...given });
  refusalTable(
    () => app,
    [
      ['by an approver', () => begin(round.approver), missingIn('acting-role')],
      [
        'by the registrar of another programme',
        () => begin(elsewhere('CityRegistrar')),
        missingIn('acting-role'),
      ],
      [
        'in a category nobody knows',
        () => begin(round.registrar, { categoryId: newId() }),
        missingIn('prepare-anchor'),
      ],
      [
        'after the programme has ended',
        async () => {
          await round.programmeIs('Cancelled');
          return begin();
        },
        over,
      ],
      [
        'where the rules ask for none',
        async () => {
          const rules = JSON.stringify({
            ...ANCHORED,
            categories: ANCHORED.categories.map((one) => ({ ...one, anchors: false })),
          });
          await app.database.execute(
            `INSERT INTO rule_version (id, programme_id, number, rules, hash, reason, created_at, frozen_at)
             SELECT 'without', programme_id, 99, ?, hash, reason, created_at, frozen_at
             FROM rule_version WHERE programme_id = ?`,
            [rules, place.programmeId],
          );
          await app.database.execute('UPDATE programme SET rule_version_id = ? WHERE id = ?', [
            'without',
            place.programmeId,
          ]);
          return begin();
        },
        { code: 'judging.anchor.notAsked' },
      ],
      [
        'before the announcement',
        async () => {
          await app.database.execute(
            `INSERT INTO rule_version (id, programme_id, number, rules, hash, reason, created_at, frozen_at)
             SELECT 'early', programme_id, 98, rules, hash, reason, created_at, NULL
             FROM rule_version WHERE programme_id = ? AND number < 90`,
            [place.programmeId],
          );
          await app.database.execute('UPDATE programme SET rule_version_id = ? WHERE id = ?', [
            'early',
            place.programmeId,
          ]);
          return begin();
        },
        { code: 'judging.anchor.beforeAnnouncement' },
      ],
      [
        'beside five',
        async () => {
          for (let number = 1; number <= 5; number += 1) await confirmedAnchor(app, place, number);
          return begin();
        },
        { code: 'judging.anchor.tooMany', field: 'sourceId', variables: { most: 5 } },
      ],
      [
        'from a file of the same year',
        () => begin(round.registrar, { sourceId: round.applications[0]! }),
        { code: 'judging.anchor.noSource', field: 'sourceId' },
      ],
      [
        'when a judge has begun to score',
        async () => {
          await anchorSheet(app, await confirmedAnchor(app, place), round.judge(1).accountId);
          return begin();
        },
        { ...frozen, from: 'prepare-anchor' },
      ],
    ],
  );
});
