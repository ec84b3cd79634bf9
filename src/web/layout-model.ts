export interface Layout {
  readonly title: string;
  /** For who finds the page by a search. */
  readonly description: string;
  readonly lang: 'zh-CN' | 'en';
  readonly otherLang: {
    readonly lang: 'zh-CN' | 'en';
    readonly label: string;
    readonly href: string;
  };
  readonly nav: readonly NavigationLink[];
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly dutyLabel: string;
    /** Messages not yet read. */
    readonly unread: number;
  } | null;
  /** For whom a clerk at the window fills in this page of a merchant; null everywhere else. */
  readonly window: { readonly href: string; readonly text: string } | null;
  readonly csrfToken: string | null;
  readonly flash: Flash | null;
  readonly breadcrumbs: readonly Breadcrumb[];
  /** Null on a page that stays as it is. */
  readonly refreshSeconds: number | null;
  /** On a demonstration installation: every page says that its people and figures are invented. */
  readonly demo: {
    readonly href: string;
    /** Its today, for those who can move it. */
    readonly day: string | null;
  } | null;
  readonly office: Office;
  readonly assets: Assets;
  /** Path of the page itself, printed under paper copies. */
  readonly path: string;
}

export interface Office {
  readonly name: string;
  readonly telephone: string;
  readonly address: string;
  /** 政府网站标识码 */
  readonly siteId: string | null;
  /** ICP 备案号 */
  readonly icp: string | null;
}

/** Addresses of the built files, with their hash. */
export interface Assets {
  readonly css: string;
  readonly js: string;
  readonly icons: string;
  readonly mark: string;
  /** What keeps a judge's sheets on a device; only pages of judges name it. */
  readonly offline?: string;
}

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface Breadcrumb {
  readonly label: string;
  /** Null for the page itself. */
  readonly href: string | null;
}

export interface Flash {
  readonly kind: Tone;
  readonly text: string;
}

/** neutral: not begun; active: under way; good; attention: someone must act; bad. */
export type Tone = 'neutral' | 'active' | 'good' | 'attention' | 'bad';
