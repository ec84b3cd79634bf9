import { programmeLifecycle } from '../../src/rules/lifecycle/programme-lifecycle.js';
import { titleLifecycle } from '../../src/rules/lifecycle/title-lifecycle.js';

/**
 * The entries after which a page that anybody can open says something else. What is missing here leaves
 * yesterday's page with the visitors, so each of them, and no other, makes the kept pages old.
 */
export const publicEvents: ReadonlySet<string> = new Set([
  // One that is prepared is shown to nobody before it is announced.
  ...programmeLifecycle.rows
    .filter(({ event }) => event !== 'prepare')
    .map(({ event }) => `programme.${event}`),
  ...titleLifecycle.rows.map(({ event }) => `title.${event}`),
  'annualReturn.confirm',
  'annualReturn.file',
  'annualReturn.import',
  'application.cancel',
  'application.cancelOnObjection',
  'application.endHold',
  'application.reopenReReview',
  'application.sendToReReview',
  'assignment.apply',
  'assignment.import',
  'demoClock.move',
  'draw.sign',
  'expert.edit',
  'extensionOrder.order',
  'legalBasis.approve',
  'merchant.accept',
  'merchant.import',
  'merchant.merge',
  'merchant.register',
  'merchant.revise',
  'merchant.unmerge',
  'notice.post',
  'practice.release',
  'practice.return',
  'practice.withdraw',
  'round.close',
  'round.edit',
  'round.open',
  'ruleVersion.add',
  'ruleVersion.edit',
  'shop.add',
  'shop.revise',
  'workingDayYear.save',
]);
