import { it } from '@jest/globals';
import { expectGolden } from '../../../../test/support/golden-paper.js';
import { translate } from '../../../text/catalogue.js';
import type { PageContext } from '../../../web/page-context.js';
import type { LetterPage } from './letter.page.js';
import { letterPaper } from './letter-paper.js';

const context = {
  lang: 'zh-CN',
  t: (key: string, variables?: Parameters<typeof translate>[2]) =>
    translate('zh-CN', key, variables),
  office: '浙中市商务局',
} as unknown as PageContext;

const letter: LetterPage = {
  title: '结果反馈函',
  breadcrumbs: [],
  applicationId: 'one',
  addressee: '青禾网络',
  opening: '感谢参加评选。',
  result: '贵单位综合得分81.20分，本次未入选。',
  dimensions: [
    { name: '经营规模与成长', score: '15.40', full: '25.00', quarter: '50%至75%', from: 50 },
  ],
  missed: [{ name: 'G1 上年网络零售额', lines: ['达到1000.00万元可计5.50分'] }],
  refused: [{ name: '注册商标', text: '不予采信：证书已过期' }],
  basis: [{ name: 'G3 品牌', files: ['商标证.pdf第2页', '照片.jpg'] }],
  date: '2027年4月2日',
  isoDate: '2027-04-02',
};

it.each([
  ['feedback-letter', letter],
  ['feedback-letter-short', { ...letter, missed: [], refused: [], basis: [] }],
])('%s reads as it was read and kept', (name, model) => {
  expectGolden(name, letterPaper(() => model)(context));
});
