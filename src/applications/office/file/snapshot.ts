/** What an application froze at submission; older ones may lack a part. */
export interface Snapshot {
  readonly merchant?: SnapshotMerchant;
  readonly shops?: readonly SnapshotShop[];
  /** T, the last full year before the programme. */
  readonly year?: number;
  readonly returns?: readonly SnapshotReturn[];
}

/** One year as it was filed; money and shares in hundredths. */
export interface SnapshotReturn {
  readonly year: number;
  readonly grossWan?: number;
  readonly refundWan?: number;
  readonly netWan?: number;
  readonly orders?: number;
  readonly insuredYearEnd?: number;
  readonly shops?: readonly {
    readonly shopId: string;
    readonly netWan: number;
    readonly orders: number;
  }[];
  readonly figures?: Readonly<Record<string, number | null>>;
}

export interface SnapshotMerchant {
  readonly merchantType?: string;
  readonly name?: string;
  readonly creditCode?: string | null;
  readonly headName?: string;
  readonly foundedOn?: string;
  readonly divisionCode?: string;
  readonly registeredAddress?: string;
  readonly workingAddress?: string;
  readonly contactName?: string;
  readonly staff?: number;
  readonly insured?: number;
  readonly farmGoodsSharePct?: number | null;
  readonly localOriginPct?: number | null;
  readonly principalSharePct?: number | null;
  readonly intro?: string;
}

export interface SnapshotShop {
  readonly id: string;
  readonly platform: string;
  readonly shopName: string;
  readonly openedOn?: string;
  readonly url?: string;
  readonly status?: string;
}
