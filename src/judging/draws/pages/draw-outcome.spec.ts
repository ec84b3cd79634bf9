import { expect, it } from '@jest/globals';
import type { DrawRecord, DrawSkip } from '../../../rules/draw/draw-record.js';
import { translate } from '../../../text/catalogue.js';
import type { PageContext } from '../../../web/page-context.js';
import { drawOutcome } from './draw-tables.js';

const context = {
  t: (key, variables) => translate('zh-CN', key, variables),
} as Pick<PageContext, 't'> as PageContext;

const skip = (stage: DrawSkip['stage'], division: string): DrawSkip => ({
  position: 4,
  expert: 'E4',
  stage,
  code: 'draw.skip.division',
  variables: { division, limit: 2 },
});
const outcome = (skips: readonly DrawSkip[], alternate: boolean) =>
  drawOutcome(
    {
      seats: [{ expert: 'E1', seat: 1 }],
      alternates: alternate ? [{ expert: 'E4', alternate: 1 }] : [],
      skips,
    } as unknown as DrawRecord,
    'E4',
    4,
    context,
    { skip: ({ variables }) => variables, seat: String },
  );

it.each([
  ['nobody came to', [], false, '未用到'],
  ['was passed over once', [skip('panel', '甲')], false, '跳过：甲的专家已有2名，达到上限'],
  [
    'was passed over twice',
    [skip('panel', '甲'), skip('alternates', '乙')],
    false,
    '跳过：席位，甲的专家已有2名，达到上限；候补，乙的专家已有2名，达到上限',
  ],
  [
    'became an alternate after that',
    [skip('panel', '甲')],
    true,
    '候补1（席位跳过：甲的专家已有2名，达到上限）',
  ],
] as const)(
  'says of a position that %s all that became of it',
  (_title, skips, alternate, text) => {
    expect(outcome(skips, alternate)).toBe(text);
  },
);
