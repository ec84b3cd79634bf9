import type { Indicator } from '../../../src/rules/scoring/indicator.js';
import { type AnchorTexts, expert, text } from './indicator-kit.js';

const ANCHORS: AnchorTexts = {
  full: text('充分展现，佐证和实例俱全', 'Fully shown with evidence and examples'),
  adequate: text('基本达到要求', 'Adequate'),
  thin: text('薄弱', 'Weak'),
};

/** The live defence of G and N, 100 points on a sheet of its own. */
export const DEFENCE_SHEET: readonly Indicator[] = [
  item('D1', '事迹真实可信', 'True and credible deeds', 25),
  item('D2', '示范价值与可复制', 'Exemplary value that others can copy', 25),
  item('D3', '带动与责任', 'Effect on others and responsibility', 20),
  item('D4', '未来计划', 'Plans', 15),
  item('D5', '表达与应答', 'Presentation and answers', 15),
];

function item(code: string, zh: string, en: string, weight: number): Indicator {
  return expert(code, text(zh, en), weight, ANCHORS, 'defence');
}
