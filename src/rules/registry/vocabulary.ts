/** Codes of the register's lists; labels are under `merchants.<list>.<code>`. */
export const MERCHANT_TYPES = [
  'enterprise',
  'soleBusiness',
  'cooperative',
  'familyFarm',
  'exemptPerson',
  'other',
] as const;

/** Types behind which a single person stands: the proprietor's name is public only with consent. */
export const NATURAL_PERSON_TYPES: readonly string[] = ['soleBusiness', 'exemptPerson'];

/** Kinds of numbers that a merchant may have carried before (domain/fields §3). */
export const ID_TYPES = ['creditCode', 'registrationNumber', 'organisationCode'] as const;

/** 电子商务法 Art. 10: who need not register. */
export const EXEMPTION_GROUNDS = ['farmOrCraft', 'personalService', 'pettyTrade'] as const;

export const SECTORS = ['primary', 'secondary', 'tertiary'] as const;

export const BUSINESS_TYPES = [
  'retail',
  'wholesale',
  'service',
  'ecommerceService',
  'mixed',
] as const;

export const GOODS_CATEGORIES = [
  'farmGoods',
  'food',
  'clothing',
  'household',
  'digital',
  'beauty',
  'motherBaby',
  'building',
  'sports',
  'culture',
  'industrial',
  'services',
  'other',
] as const;

export const SHOP_STATUSES = ['open', 'paused', 'closed'] as const;

/** Hours within which delivery is promised. */
export const DELIVERY_PROMISES = ['2', '6', '12', '18', '24', '48', 'none'] as const;

export const MERCHANT_RELATIONS = [
  'parent',
  'subsidiary',
  'sameController',
  'sameHead',
  'family',
] as const;
export const PERSON_RELATIONS = ['shareholder', 'controller', 'manager', 'family'] as const;

/** Platform → hosts its shops live on; an empty list stands for any host. */
export const PLATFORMS: Readonly<Record<string, readonly string[]>> = {
  taobao: ['taobao.com', 'tb.cn'],
  tmall: ['tmall.com', 'tb.cn'],
  '1688': ['1688.com'],
  jd: ['jd.com', 'jd.hk', '3.cn'],
  pinduoduo: ['pinduoduo.com', 'yangkeduo.com'],
  douyin: ['douyin.com', 'iesdouyin.com', 'jinritemai.com'],
  kuaishou: ['kuaishou.com', 'kwaixiaodian.com'],
  channels: ['weixin.qq.com'],
  weidian: ['weidian.com'],
  crossBorder: [],
  own: [],
  other: [],
};
