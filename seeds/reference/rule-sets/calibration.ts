import type { Steps } from './band-kit.js';
import type { RuleText } from '../../../src/rules/scoring/rule-text.js';
import type { AnchorTexts } from './indicator-kit.js';

/** What differs between the shipped presets: sales bands, sales floors, and what rests on later law. */
export interface Calibration {
  readonly sales: { readonly G: Steps; readonly Y: Steps; readonly N: Steps };
  /** 万元. */
  readonly salesFloor: { readonly G: number; readonly Y: number; readonly N: number };
  readonly wording: LaterLawWording;
}

/** Indicators whose basis is later than 2013: G9 and Y12, G16, N2, N16, Y7. Weights stay the same. */
export interface LaterLawWording {
  readonly display: {
    readonly name: RuleText;
    readonly licence: RuleText;
    readonly permits: RuleText;
    readonly returns: RuleText;
    readonly complaints: RuleText;
  };
  readonly green: { readonly name: RuleText; readonly anchors: AnchorTexts };
  readonly conformity: {
    readonly name: RuleText;
    readonly trace: RuleText;
    readonly test: RuleText;
  };
  readonly farmDisplay: { readonly name: RuleText; readonly item: RuleText };
  readonly content: { readonly name: RuleText; readonly anchors: AnchorTexts };
}
