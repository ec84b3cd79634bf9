import { checkMerchant } from './check-merchant.js';
import type { MerchantFacts } from './merchant-facts.js';

const enterprise: MerchantFacts = {
  merchantType: 'enterprise',
  name: '衢州柑橘贸易有限公司',
  creditCode: ' 91330802ma2tekt7x7 ',
  idType: null,
  idValue: null,
  exemptionGround: 'pettyTrade',
  headName: '王建国',
  headNamePublic: true,
  foundedOn: '2026-06-30',
  capitalWan: null,
  divisionCode: '330802',
  town: '',
  registeredAddress: '',
  workingAddress: '',
  goodsCategories: ['food'],
  sector: 'tertiary',
  businessType: 'retail',
  park: 'citrus-park',
  farmGoodsSharePct: null,
  localOriginPct: null,
  principalSharePct: null,
  staff: 5,
  insured: 5,
  contactName: '李敏',
  contactMobile: '138-0013-8000',
  contactEmail: 'Li.Min@Example.CN',
  birthDate: null,
  personIdNo: null,
  intro: '从事柑橘网络零售多年。',
};
const exempt: MerchantFacts = { ...enterprise, merchantType: 'exemptPerson', park: null };

const context = { today: '2026-06-30', firstPairs: ['91', '92'], parks: ['citrus-park'] };
const check = (given: MerchantFacts) => checkMerchant(given, context);

describe('a merchant', () => {
  it('is kept with its numbers in one spelling and without what does not apply', () => {
    expect(check(enterprise)).toEqual({
      facts: {
        ...enterprise,
        creditCode: '91330802MA2TEKT7X7',
        exemptionGround: null,
        contactMobile: '13800138000',
        contactEmail: 'Li.Min@example.cn',
      },
      problems: [],
      warnings: [],
    });
  });

  it('that need not register has a ground and no credit code', () => {
    const { facts, problems } = check(exempt);
    expect([facts.creditCode, facts.exemptionGround, problems]).toEqual([null, 'pettyTrade', []]);
  });

  it('may leave out its mail address and its former number', () => {
    const { facts, problems } = check({ ...enterprise, contactEmail: null });
    expect([facts.contactEmail, facts.idValue, problems]).toEqual([null, null, []]);
  });

  it.each([
    [
      '91330802MA2TEKT7XB',
      [{ code: 'identifiers.creditCode.checkCharacter', variables: { computed: '7' } }],
    ],
    [
      '91350200776049653A',
      [{ code: 'identifiers.creditCode.otherPlace', variables: { place: '350200' } }],
    ],
  ])('with the doubtful code %s is warned', (creditCode, warnings) => {
    expect(check({ ...enterprise, creditCode })).toMatchObject({ problems: [], warnings });
  });

  it.each<[MerchantFacts, string, string, object]>([
    [
      { ...exempt, exemptionGround: null },
      'exemptionGround',
      'merchants.exemptionGround.required',
      {},
    ],
    [{ ...enterprise, creditCode: null }, 'creditCode', 'merchants.creditCode.required', {}],
    [
      { ...enterprise, creditCode: '913' },
      'creditCode',
      'identifiers.creditCode.length',
      { length: 3 },
    ],
    [
      { ...enterprise, creditCode: '51330802MA2TEKT7X7' },
      'creditCode',
      'identifiers.creditCode.firstPair',
      { pair: '51' },
    ],
    [{ ...enterprise, idType: 'registrationNumber' }, 'idValue', 'merchants.idValue.required', {}],
    [{ ...enterprise, foundedOn: '2026-07-01' }, 'foundedOn', 'merchants.dayInFuture', {}],
    [{ ...enterprise, divisionCode: '330800' }, 'divisionCode', 'merchants.divisionUnknown', {}],
    [{ ...enterprise, park: 'nowhere' }, 'park', 'merchants.parkUnknown', {}],
    [
      { ...enterprise, insured: 6 },
      'insured',
      'merchants.insuredAboveStaff',
      { insured: 6, staff: 5 },
    ],
    [{ ...enterprise, contactMobile: '12345' }, 'contactMobile', 'identifiers.mobile.form', {}],
    [{ ...enterprise, contactEmail: 'li.min' }, 'contactEmail', 'identifiers.email.form', {}],
    [{ ...enterprise, birthDate: '2026-07-01' }, 'birthDate', 'merchants.dayInFuture', {}],
    [{ ...exempt, personIdNo: '330' }, 'personIdNo', 'identifiers.identityNumber.form', {}],
    [
      { ...enterprise, intro: '欢迎加QQ 12345678' },
      'intro',
      'identifiers.contactPattern.Qq',
      { text: 'QQ 12345678' },
    ],
  ])('%#: is told what is wrong', (given, field, code, variables) => {
    const { facts, problems } = check(given);
    expect(problems).toEqual([{ field, code, variables }]);
    // What was typed stays for the form to show.
    expect({ ...facts, ...given }).toEqual({ ...facts, ...given, [field]: given[field as 'name'] });
    expect(facts[field as 'name']).toEqual(given[field as 'name']);
  });

  it('may have been founded today, and a head may have been born today', () => {
    expect(check({ ...enterprise, birthDate: '2026-06-30' }).problems).toEqual([]);
  });
});
