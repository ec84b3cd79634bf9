/** What the register holds of one merchant, as far as an application needs it. */
export interface Register {
  readonly merchant: RegisterMerchant;
  readonly shops: readonly RegisterShop[];
  readonly returns: readonly RegisterReturn[];
  /** Merchants it says it is tied to, by id, or by credit code while they are not on the register. */
  readonly ties: readonly string[];
}

export interface RegisterMerchant {
  readonly id: string;
  readonly merchantType: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly headName: string;
  readonly foundedOn: string;
  readonly divisionCode: string;
  readonly town: string;
  readonly goodsCategories: readonly string[];
  readonly sector: string;
  readonly businessType: string;
  readonly farmGoodsSharePct: number | null;
  readonly localOriginPct: number | null;
  readonly principalSharePct: number | null;
  readonly staff: number;
  readonly insured: number;
  readonly intro: string;
}

export interface RegisterShop {
  readonly id: string;
  readonly platform: string;
  readonly shopName: string;
  readonly url: string;
  readonly openedOn: string;
  readonly status: string;
}

/** Money and shares in hundredths. */
export interface RegisterReturn {
  readonly year: number;
  readonly grossWan: number;
  readonly refundWan: number;
  readonly netWan: number;
  readonly agencyWan: number;
  readonly wholesaleWan: number;
  readonly farmGoodsNetWan: number | null;
  readonly orders: number;
  readonly parcels: number;
  readonly staff: number;
  readonly insuredYearEnd: number;
  readonly insuredAverage: number;
  readonly shops: readonly {
    readonly shopId: string;
    readonly netWan: number;
    readonly orders: number;
  }[];
  readonly figures: Readonly<Record<string, number | null>>;
}
