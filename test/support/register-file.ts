import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { REGISTRY_COLUMNS, columnHeader } from '../../src/merchants/registry-columns.js';

/** One merchant as a row of the register file, sound in every cell. */
export function registerLine(serial: number, given: Readonly<Record<string, string>> = {}): string {
  const row: Readonly<Record<string, string>> = {
    creditCode: syntheticCreditCode('91', '330802', serial),
    name: `橘海网商${serial}号`,
    merchantType: '企业',
    headName: '江小桔',
    foundedOn: '2012/3/5',
    divisionCode: '柯城区',
    town: '花园街道',
    registeredAddress: '柯城区花园街道示例路8号',
    workingAddress: '柯城区花园街道示例路8号',
    goodsCategories: '农产品、食品酒水',
    sector: '一产',
    businessType: '网络零售',
    staff: '5',
    insured: '3',
    contactName: '江小桔',
    contactMobile: '13905700099',
    ...given,
  };
  return REGISTRY_COLUMNS.map(({ key }) => `"${(row[key] ?? '').replaceAll('"', '""')}"`).join(',');
}

export function registerFile(...lines: readonly string[]): Buffer {
  const header = REGISTRY_COLUMNS.map((column) => columnHeader('zh-CN', column)).join(',');
  return Buffer.from([header, ...lines].join('\r\n'));
}
