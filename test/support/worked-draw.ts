import { type DrawMeeting, drawPanel } from '../../src/rules/draw/draw-panel.js';
import type { DrawTerms, PoolExpert } from '../../src/rules/draw/draw-record.js';
import { freezeList } from '../../src/rules/draw/freeze-list.js';
import { RuleError } from '../../src/rules/rule-error.js';

export const SEED = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
export const COMMITMENT = '630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd';
const DIVISIONS = ['柯城', '衢江', '龙游', '江山', '常山', '开化', '市本级'];
const ORGANISATIONS = ['学院', '学院', '协会', '研究院', '', '', '平台', '平台', '检测所', ''];

export const terms: DrawTerms = {
  panelSize: 7,
  alternates: 4,
  fields: [
    { field: '电商', minimum: 2 },
    { field: '农业', minimum: 1 },
    { field: '财务', minimum: 2 },
  ],
  perOrganisation: 1,
  perDivision: 2,
  applications: 60,
  conflictShare: [1, 10],
};

export const experts: readonly PoolExpert[] = Array.from({ length: 24 }, (_, index) => {
  const number = index + 1;
  const organisation = ORGANISATIONS[number % 10]!;
  return {
    id: `E${String(number).padStart(2, '0')}`,
    field: ['电商', '农业', '财务'][number % 3]!,
    division: DIVISIONS[number % 7]!,
    organisation: organisation && `${organisation}${Math.floor(number / 10)}`,
    conflicts: number % 8 === 0 ? 7 : number % 3,
    active: true,
    barred: false,
  };
});

export const meeting: DrawMeeting = {
  times: {
    frozen: '2013-06-03T09:00:00+08:00',
    committed: '2013-06-03T09:05:00+08:00',
    witnessed: '2013-06-05T10:00:00+08:00',
    revealed: '2013-06-05T10:02:00+08:00',
  },
  present: ['张三', '李四'],
  commitment: COMMITMENT,
  witness: '龙游石窟藏千古',
  seed: SEED,
};

export const list = freezeList(experts, terms);
export const record = drawPanel(list, meeting);

/** The code and variables of the RuleError that the act must end in. */
export function fault(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof RuleError) return { code: error.code, ...error.variables };
    throw error;
  }
  throw new Error('expected a RuleError');
}
