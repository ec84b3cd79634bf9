import type { Calibration } from './calibration.js';
import { text } from './indicator-kit.js';

/**
 * Calibrated on the figures of the 2013 speech. Indicators that rest on later law are reworded to what
 * was practice in 2013 instead of being switched off, so every weight stays where the rubric has it: shops
 * then showed registration or verified identity by platform rule, gave seven-day returns as a promise,
 * kept farm production records, and had no livestream.
 */
export const CALIBRATION_2013: Calibration = {
  sales: {
    G: [
      [3000, 10],
      [1000, 8.5],
      [500, 7],
      [300, 5.5],
      [100, 4],
    ],
    Y: [
      [500, 8],
      [300, 6.5],
      [100, 5],
      [50, 3],
    ],
    N: [
      [1000, 10],
      [500, 8],
      [200, 6],
      [100, 4.5],
      [50, 3],
    ],
  },
  salesFloor: { G: 100, Y: 50, N: 50 },
  wording: {
    display: {
      name: text('主体信息公示与售后承诺', 'Shown identity and after-sales promise'),
      licence: text(
        '店铺页面公布营业执照信息或平台实名核验标识',
        'Shop page shows the business licence or the platform’s verified-identity mark',
      ),
      permits: text('需许可的商品公布许可信息', 'Permits shown for licensed goods'),
      returns: text('公布七天退换货承诺', 'Seven-day return promise published'),
      complaints: text('公布投诉受理渠道', 'Complaint channel published'),
    },
    green: {
      name: text('节约与环保包装', 'Sparing and clean packaging'),
      anchors: {
        full: text(
          '有书面节约包装办法，包装用量明显下降且有数据',
          'Written rule for sparing packaging, clear measured reduction',
        ),
        adequate: text(
          '采取若干措施，有照片和采购记录',
          'Some measures with photos and purchase records',
        ),
        thin: text('仅有意向', 'Intention only'),
      },
    },
    conformity: {
      name: text('产地证明与生产记录', 'Proof of origin and production records'),
      trace: text('生产记录完整、可查到批次', 'Complete production records down to the batch'),
      test: text('六个月内自检或委托检验报告', 'Own or third-party test at most six months old'),
    },
    farmDisplay: {
      name: text('主体信息公示', 'Shown identity'),
      item: text(
        '店铺页面公布营业执照信息、合作社登记或平台实名核验标识',
        'Shop page shows licence, cooperative registration or verified-identity mark',
      ),
    },
    content: {
      name: text('内容与数据能力', 'Content and data ability'),
      anchors: {
        full: text(
          '有自己的内容团队并运用经营数据，成效明确',
          'Own content team and use of shop data with results',
        ),
        adequate: text('定期自制内容，简单运用数据', 'Regular own content, simple data use'),
        thin: text('偶有内容或外购内容', 'Occasional or bought content'),
      },
    },
  },
};
