/** A text of the rules themselves (names, anchors): it freezes with the version, so it is not in `locales/`. */
export interface RuleText {
  readonly zh: string;
  readonly en: string;
}
