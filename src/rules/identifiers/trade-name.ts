const PLACES =
  /^(?:中国|浙江省?|衢州市?|柯城区?|衢江区?|龙游县?|江山市?|常山县?|开化县?|\p{Script=Han}{2,3}[省市县区])/u;
const IN_BRACKETS = /[(（][^)）]*[)）]/gu;
/** Legal forms, kinds of shop and trades, as names end in them. */
const ENDS =
  /(?:股份|有限责任|有限|集团|总?公司|分公司|专业合作社|联合社|合作社|家庭农场|农场|农庄|山庄|果园|茶园|基地|个体工商户|经营部|经营户|服务部|门市部|工作室|工坊|作坊|超市|商场|商城|商店|商行|商社|总店|分店|旗舰店|专营店|专卖店|企业店|网店|小店|淘宝店|京东店|直营|官方|店铺|店|行|部|厂|坊|社|户|电子商务|电商|网络|信息|科技|技术|贸易|商贸|进出口|实业|产业|发展|开发|投资|管理|服务|咨询|供应链|物流|农业|农产品|生态|绿色食品|食品|土特产|特产|水果|果业|果品|柑橘|胡柚|茶叶|茶业|粮油|养殖|种植|水产|蜂业|家具|木业|服饰|服装|用品|家居|百货|工艺品|文化|传媒)$/u;

/**
 * The part of a business's name by which people know it: without the place before it and the trade and
 * legal form behind it. Null where nothing of its own is left.
 */
export function tradeNameOf(name: string): string | null {
  let rest = name.normalize('NFKC').replace(IN_BRACKETS, '');
  for (const expression of [PLACES, ENDS]) {
    for (let before = ''; before !== rest;) {
      before = rest;
      rest = rest.replace(expression, '').trim();
    }
  }
  return Array.from(rest).length >= 2 ? rest : null;
}
