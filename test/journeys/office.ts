import { expect } from '@jest/globals';
import { smallPdf } from '../support/small-files.js';
import type { Visitor } from '../support/visitor.js';
import type { Place } from './place.js';
import type { Applied } from './applications.js';
import type { Cast } from './cast.js';
import { date } from './fields.js';

/** The division's reviewer writes the opinion, its approver signs with the seal. */
export async function recommend(cast: Cast, { applicationId }: Applied) {
  const place = `/division/applications/${applicationId}`;
  const reviewer = cast.reviewer.visitor;
  await reviewer.get(place);
  await reviewer.submit('/review');
  await reviewer.get(`${place}/opinion`);
  await reviewer.submit('/opinion', {
    conclusion: 'recommend',
    opinion: '该企业经营规范，带动本县竹产业网上销售成效明显，材料经核对与实际相符，同意推荐。',
  });
  expect(reviewer.errors).toEqual([]);
  const approver = cast.divisionApprover.visitor;
  await approver.get(`${place}/signature`);
  await approver.submit('/signature', { conclusion: 'recommend' }, [
    { field: 'seal', name: 'seal.pdf', content: smallPdf },
  ]);
  expect(approver.errors).toEqual([]);
}

/** Every veto is looked up and dated; then the application is in. */
export async function screen(cast: Cast, { applicationId }: Applied, day: string) {
  const { visitor } = cast.screener;
  await screenChecks(visitor, applicationId, day);
  await visitor.submit('/decision', { decision: 'in' });
  expect(visitor.errors).toEqual([]);
}

/** The sources are asked about all of them at once; then each is in. */
export async function screenTogether(
  { screener }: Cast,
  programmeId: string,
  applied: readonly Applied[],
): Promise<void> {
  const { visitor } = screener;
  await visitor.get(`/office/credit/${programmeId}?point=K1`);
  const boxes = visitor.page.querySelectorAll('input[name=rules]');
  await visitor.submit('/office/credit/', {
    source: '国家企业信用信息公示系统等公开渠道',
    rules: boxes.map((box) => box.getAttribute('value')!),
  });
  expect(visitor.errors).toEqual([]);
  expect(visitor.text).toContain(`共${applied.length}份申报，其中0份还有事项须核查。`);
  for (const { applicationId } of applied) {
    await visitor.get(`/office/screening/${applicationId}`);
    await visitor.submit('/decision', { decision: 'in' });
    expect(visitor.errors).toEqual([]);
  }
}

/** Looks up every source that the page still asks for; all are clear. */
export async function screenChecks(visitor: Visitor, applicationId: string, day: string) {
  await visitor.get(`/office/screening/${applicationId}`);
  const rules = visitor.page
    .querySelectorAll('form[action$="/clear-checks"] input[name=rules]')
    .map((box) => box.getAttribute('value')!);
  expect(rules.length).toBeGreaterThan(0);
  await visitor.submit('/clear-checks', {
    clearSource: '国家企业信用信息公示系统等公开渠道',
    ...date('clearAsOf', day),
    rules,
  });
  expect(visitor.errors).toEqual([]);
}

/** The second reader finds much less than the first had accepted; the first reads that again. */
export async function cutOnSecondReading(
  place: Place,
  cast: Cast,
  { applicationId }: Applied,
): Promise<void> {
  const [first, second] = cast.verifiers;
  const page = `/office/verification/${applicationId}`;
  await first.visitor.get(page);
  await first.visitor.submit('/verdicts', { rest: 'accept' });
  expect(first.visitor.errors).toEqual([]);
  const [sales] = await place.rows<{ claimed: string }>(
    "SELECT claimed FROM figure WHERE application_id = ? AND key = 'netWan'",
    [applicationId],
  );
  await second.visitor.get(page);
  await second.visitor.submit('/verdicts', {
    'verdict.netWan': 'Reduced',
    'value.netWan': String(Math.floor((Number(sales!.claimed) / 100) * 0.45)),
    'reason.netWan': '重新核对平台后台数据，半数以上订单已经退款。',
  });
  expect(second.visitor.errors).toEqual([]);
  for (const { visitor } of [second, first]) {
    await visitor.get(page);
    await visitor.submit('/second-reading');
    expect(visitor.status).toBe(200);
  }
  await first.visitor.submit('/completion');
  expect(first.visitor.status).toBe(200);
}

/** Every figure gets a verdict and a second reading; @returns the key of the figure that was reduced. */
export async function verify(
  cast: Cast,
  { applicationId }: Applied,
  reduced: { readonly key: string; readonly value: string } | null,
) {
  const place = `/office/verification/${applicationId}`;
  const first = cast.verifiers[0].visitor;
  await first.get(place);
  const keys = first.page
    .querySelectorAll('input[name^="version."]')
    .map((field) => field.getAttribute('name')!.slice('version.'.length));
  // What nobody doubts is accepted by one button.
  await first.submit('/verdicts', {
    rest: 'accept',
    ...(reduced
      ? {
          [`verdict.${reduced.key}`]: 'Reduced',
          [`value.${reduced.key}`]: reduced.value,
          [`reason.${reduced.key}`]: '平台后台截图显示的金额低于申报值，按截图核减。',
        }
      : {}),
  });
  expect(first.errors).toEqual([]);
  expect(first.page.querySelectorAll('.field-error').map((one) => one.text)).toEqual([]);
  const second = cast.verifiers[1].visitor;
  await second.get(place);
  await second.submit('/second-reading');
  expect(second.status).toBe(200);
  await second.submit('/completion');
  expect(second.status).toBe(200);
  return keys;
}
