import type { DemoMerchant } from './merchant.js';

/** What an applicant writes for each indicator that judges score; about eighty characters each. */
export function expertTexts(
  codes: readonly string[],
  merchant: DemoMerchant,
  year: number,
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, fill(TEXTS[code]!, merchant, year)]));
}

function fill(text: string, { brand, town, trade, staff }: DemoMerchant, year: number): string {
  const values: Readonly<Record<string, string>> = {
    brand,
    town,
    product: trade.products[0]!,
    other: trade.products[1]!,
    count: String(3 + (staff % 17)),
    year: String(year),
  };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
}

const TEXTS: Readonly<Record<string, string>> = {
  G11: '{year}年在{town}办了{count}期网店实操班，手把手帮扶{count}名初创者开店，提供货源、仓位和客服话术，名单和开店时间附后，其中多数已稳定经营半年以上。',
  G13: '{year}年参加{town}助农义卖和免费培训{count}场，为本地协会承担公共服务，旺季优先代销困难农户的{product}，每次活动有签到表和受益人确认。',
  G15: '自建订单与库存联动系统，{product}按前店、中仓、后厂组织生产，缺货率和退货率逐月下降，已有同行前来学习；线上线下库存共用一本账。',
  G16: '改用减量纸箱和可降解填充物，{product}单件包装重量下降，旧纸箱回收再用，每季度统计一次用量，采购记录和照片附后。',
  G17: '建立进货查验、出入库和财务台账，按月盘点，{year}年账册完整，可以按订单号抽查到供货批次；售后和投诉有专册登记。',
  Y3: '按商品核算成本，{product}和{other}两条线均有毛利，不靠低价冲量；{year}年经营现金流为正，备货资金来自上年积累。',
  Y6: '把{product}的产地故事做成预售，先有订单再组织采收，减少损耗；与{count}家小店共享仓储和客服，成本分摊有协议可查。',
  Y7: '有{count}人的内容小组，自己拍摄{product}的采收与制作过程，按访问和成交数据调整页面，内容发布有审核记录。',
  Y8: '“{brand}”包装与图案为自己设计，{product}系列已用于销售，商标申请材料和设计底稿附后，未使用他人图案。',
  Y14: '带动{count}名青年开店，其中多数为返乡青年，提供选品清单和一对一辅导，开店时间和现状见名单，半年后仍在经营的超过一半。',
  Y15: '{year}年为{town}中小学捐赠图书和文具，参加助老送餐，事项、日期和金额逐项列明，有受赠单位的书面确认。',
  Y16: '陈述提纲：一是从一间民房起步的经过，二是{product}怎样卖到省外，三是给后来者的三条建议，时间控制在六分钟以内。',
  Y17: '答辩准备：成本构成、退货原因、带动名单和下一步计划均备有原始记录，可以当场查对。',
  N4: '{product}按大小、糖度或等级分选，执行自定的分级标准，包装缓冲经过跌落试验，{year}年运输损耗率逐月统计，需要冷链的品种使用冰袋。',
  N11: '与{town}的低收入农户和村集体签订收购协议，按保护价收购{product}，户数、金额和增收情况逐户登记并经本人确认。',
  N12: '{year}年办农户网销培训{count}期，村级服务点常年开放，代收代发包裹有台账，培训签到和照片附后。',
  N15: '生鲜商品签收后二十四小时内可以申请赔付，规则在店铺首页公布，{year}年赔付申请均有处理时间记录，多数当天办结。',
  N17: '{product}基地安装了简易气象和土壤监测设备，采收期安排店主在地头直播，观看和成交数据每场留存，用于安排下一批采摘。',
  N18: '使用可回收纸箱和稻草填充，减少塑料；肥料和农药的使用按批次登记，{year}年记录完整，可以与检测报告对应。',
};
