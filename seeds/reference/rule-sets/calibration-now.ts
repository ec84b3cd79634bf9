import type { Calibration } from './calibration.js';
import { text } from './indicator-kit.js';

/** Calibrated on later practice: the 5000万 lines of 潍坊 and 武汉, the top ten of 义乌. */
export const CALIBRATION_NOW: Calibration = {
  sales: {
    G: [
      [10000, 10],
      [5000, 8.5],
      [2000, 7],
      [1000, 5.5],
      [500, 4],
    ],
    Y: [
      [2000, 8],
      [1200, 6.5],
      [400, 5],
      [200, 3],
    ],
    N: [
      [3000, 10],
      [1500, 8],
      [600, 6],
      [300, 4.5],
      [150, 3],
    ],
  },
  salesFloor: { G: 500, Y: 200, N: 200 },
  wording: {
    display: {
      name: text('亮照亮证与售后制度', 'Licence display and after-sales rules'),
      licence: text('首页公示营业执照链接', 'Licence link on the main page'),
      permits: text('公示行政许可信息', 'Permits shown'),
      returns: text('公示七日无理由退货规则', 'Seven-day return rule published'),
      complaints: text('公示投诉举报渠道', 'Complaint channel published'),
    },
    green: {
      name: text('绿色与包装', 'Green practice and packaging'),
      anchors: {
        full: text(
          '有书面计划，减量有测算，再生材料占比明确',
          'Written plan, measured reduction, recycled share known',
        ),
        adequate: text(
          '采取若干措施，有照片和采购记录',
          'Some measures with photos and purchase records',
        ),
        thin: text('仅有意向', 'Intention only'),
      },
    },
    conformity: {
      name: text('合格证与追溯', 'Conformity certificate and traceability'),
      trace: text('店铺页面公布追溯码', 'Traceability code on the shop page'),
      test: text('六个月内自检或第三方检测报告', 'Own or third-party test at most six months old'),
    },
    farmDisplay: {
      name: text('亮照或免登记公示', 'Licence or exemption display'),
      item: text(
        '首页公示营业执照或依法免予登记的自我声明',
        'Licence or lawful exemption statement on the front page',
      ),
    },
    content: {
      name: text('内容、直播与数据能力', 'Content, livestream and data ability'),
      anchors: {
        full: text(
          '有自己的内容团队，数据运用见成效，遵守直播营销规则',
          'Own content team and data use with results, livestream rules kept',
        ),
        adequate: text('定期自制内容，简单运用数据', 'Regular own content, simple data use'),
        thin: text('偶有内容或外购内容', 'Occasional or bought content'),
      },
    },
  },
};
