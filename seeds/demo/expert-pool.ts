import { Expert } from '../../src/judging/experts/expert.entity.js';
import { type City, at } from './city.js';
import { OFFICE_SINCE, addPerson } from './people.js';
import { personName } from './words.js';

/** Field, organisation, its type and division; null is outside the city. */
const REST_OF_POOL: readonly (readonly [string, string, string, string | null])[] = [
  ['电子商务', '衢州市电子商务协会', 'association', '330802'],
  ['电子商务', '市电子商务公共服务中心', 'government', '330802'],
  ['财务审计', '市审计学会', 'association', '330802'],
  ['农业技术', '柯城区农业技术推广站', 'government', '330802'],
  ['市场营销', '衢江区供销合作社联合社', 'association', '330803'],
  ['物流管理', '衢江区物流园区服务中心', 'government', '330803'],
  ['电子商务', '龙游县网商协会', 'association', '330825'],
  ['农村经济', '龙游县农村合作经济组织联合会', 'association', '330825'],
  ['财务审计', '江山市会计学会', 'association', '330881'],
  ['质量检验', '江山市食品检验检测中心', 'institute', '330881'],
  ['电子商务', '常山县胡柚产业协会', 'association', '330822'],
  ['农业技术', '开化县茶叶技术推广站', 'government', '330824'],
  ['企业管理', '省商业经济学会', 'association', null],
  ['信息技术', '省电子商务促进会', 'association', null],
  ['知识产权', '省知识产权研究会', 'association', null],
  ['财务审计', '省内部审计协会', 'association', null],
  ['物流管理', '省物流与采购协会', 'association', null],
  ['电子商务', '省网商研究院', 'institute', null],
];

/** Experts who never sat: a pool from which chance can choose. They are not on the sign-in list. */
export function addExpertPool(city: City): void {
  const dice = city.dice.fork('expert-pool');
  for (const [field, organisation, organisationType, divisionCode] of REST_OF_POOL) {
    const name = personName(dice);
    const accountId = addPerson(city, dice, {
      kind: 'judge',
      name,
      duties: [{ role: 'Judge' }],
      since: OFFICE_SINCE,
    });
    city.rows.add(Expert, {
      id: dice.id(),
      accountId,
      name,
      field,
      organisation,
      organisationType,
      divisionCode,
      address: null,
      categories: ['G', 'Y', 'N'],
      active: true,
      addedAt: at(OFFICE_SINCE),
    });
  }
}
