import { formatDay } from '../../text/format.js';
import type { StatusTag, SummaryList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ParkRow } from '../merchant.queries.js';
import type { PracticeRow } from '../practices/practice.queries.js';
import { type PracticeModel, practiceModel } from '../practices/pages/practice.model.js';
import type { Profile } from '../profile.queries.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/profile': ProfilePage;
  }
}

export interface ProfilePage extends PageFrame {
  readonly facts: SummaryList;
  readonly intro: string;
  /** What others can copy, released by the office. */
  readonly practices: readonly PracticeModel[];
  readonly titles: readonly {
    readonly text: string;
    readonly href: string;
    readonly number: string;
    readonly state: StatusTag;
  }[];
  readonly shops: readonly {
    readonly name: string;
    readonly href: string | null;
    readonly note: string;
  }[];
}

const tones = {
  Active: 'good',
  UnderReview: 'attention',
  Warned: 'attention',
  Revoked: 'bad',
  Expired: 'neutral',
} as const;

export function profilePage(
  { merchant, shops, titles }: Profile,
  parks: readonly ParkRow[],
  practices: readonly PracticeRow[],
) {
  return (context: PageContext): ProfilePage => {
    const { t, lang } = context;
    const row = (key: string, value: string | null) =>
      value ? [{ term: t(`merchants.${key}`), value, action: null }] : [];
    const park = parks.find((one) => one.code === merchant.park);
    return {
      title: merchant.name,
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: t('navigation.awards'), href: '/awards' },
        { label: merchant.name, href: null },
      ],
      facts: {
        rows: [
          ...row('divisionCode', t(`division.${merchant.divisionCode}`)),
          ...row('merchantType', t(`merchants.merchantType.${merchant.merchantType}`)),
          ...row('headName', merchant.headName),
          ...row('creditCode', merchant.creditCode),
          ...row('foundedOn', formatDay(lang, merchant.foundedOn)),
          ...row('sector', t(`merchants.sector.${merchant.sector}`)),
          ...row('businessType', t(`merchants.businessType.${merchant.businessType}`)),
          ...row(
            'goodsCategories',
            merchant.goodsCategories
              .map((code) => t(`merchants.goods.${code}`))
              .join(t('navigation.listComma')),
          ),
          ...row('park', park ? (lang === 'en' ? park.nameEn : park.nameZh) : null),
        ],
      },
      intro: merchant.intro,
      practices: practices.map((one) => practiceModel(one, context)),
      titles: titles.map((title) => ({
        text: t('merchants.profile.title', {
          year: String(title.year),
          category:
            (lang === 'en' ? title.categoryNameEn : title.categoryNameZh) ?? title.categoryCode,
        }),
        href: `/verify/${title.verifyCode}`,
        number: title.certificateNumber,
        state: {
          label: t(`merchants.titleState.${title.state}`),
          tone: tones[title.state as keyof typeof tones],
        },
      })),
      shops: shops.map((shop) => ({
        name: shop.shopName,
        href: shop.url.startsWith('https://') ? shop.url : null,
        note: [t(`merchants.platform.${shop.platform}`), shop.mainGoods ?? '']
          .filter(Boolean)
          .join(' · '),
      })),
    };
  };
}
