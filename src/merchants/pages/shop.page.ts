import { PLATFORMS } from '../../rules/registry/vocabulary.js';
import type { EmptyState, StatusTag } from '../../web/component-models.js';
import type {
  ErrorSummary,
  FieldDate,
  FieldFile,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../web/field-models.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ShopRow } from '../merchant.queries.js';
import type { ShopForm } from './shop.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/my-shops': MyShopsPage;
    'merchants/my-shop': MyShopPage;
  }
}

export interface MyShopsPage extends PageFrame {
  readonly shops: readonly {
    readonly id: string;
    readonly name: string;
    readonly platform: string;
    readonly openedOn: string;
    readonly url: string;
    readonly status: StatusTag;
    readonly licence: StatusTag;
  }[];
  readonly empty: EmptyState;
}

export interface MyShopPage extends PageFrame {
  readonly place: string;
  readonly summary: ErrorSummary;
  readonly theirs: readonly { readonly label: string; readonly value: string }[];
  readonly version: string;
  readonly platform: FieldSelect;
  readonly shopName: FieldText;
  readonly url: FieldText;
  readonly icp: FieldText | null;
  readonly shopNo: FieldText;
  readonly openedOn: FieldDate;
  readonly sameSubject: FieldRadios;
  readonly subjectNote: FieldTextarea | null;
  readonly authorisation: FieldFile | null;
  readonly mainGoods: FieldText;
  readonly deliveryPromise: FieldSelect;
  readonly status: FieldRadios;
  readonly licenceShot: FieldFile;
}

const tones = { open: 'good', paused: 'attention', closed: 'neutral' } as const;

export function myShopsPage(shops: readonly ShopRow[]) {
  return ({ t }: PageContext): MyShopsPage => ({
    title: t('merchants.shops.title'),
    breadcrumbs: [
      { label: t('navigation.my'), href: '/my' },
      { label: t('merchants.shops.title'), href: null },
    ],
    shops: shops.map((shop) => ({
      id: shop.id,
      name: shop.shopName,
      platform: t(`merchants.platform.${shop.platform}`),
      openedOn: shop.openedOn,
      url: shop.url,
      status: {
        label: t(`merchants.shopStatus.${shop.status}`),
        tone: tones[shop.status as keyof typeof tones],
      },
      licence: shop.licenceShotId
        ? { label: t('merchants.shop.licenceShot.there'), tone: 'good' }
        : { label: t('merchants.shop.licenceShot.missing'), tone: 'attention' },
    })),
    empty: {
      title: t('merchants.shops.empty.title'),
      text: t('merchants.shops.empty.text'),
      action: { href: '/my/shops/new', label: t('merchants.shop.add') },
    },
  });
}

/** @param stored the shop as it stands; null for a new one */
export function myShopPage(form: Submitted<ShopForm>, stored: ShopRow | null, conflict = false) {
  return (context: PageContext): MyShopPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const typed = (name: string) => typedTexts(form.typed, name)[0] ?? '';
    const title = t(stored ? 'merchants.shop.edit' : 'merchants.shop.add');
    const file = (name: 'licenceShot' | 'authorisation', documentId: string | null): FieldFile => ({
      name,
      label: t(`merchants.shop.${name}`),
      hint: t(`merchants.shop.${name}.hint`),
      error: drawn.summary.errors.find((error) => error.name === name)?.text ?? null,
      required: !documentId,
      accept: '.pdf,.jpg,.jpeg,.png,.webp',
      multiple: false,
      files: documentId
        ? [{ label: t('merchants.shop.file.current'), href: `/documents/${documentId}`, size: '' }]
        : [],
    });
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('merchants.shops.title'), href: '/my/shops' },
        { label: title, href: null },
      ],
      place: stored?.id ?? 'new',
      summary: drawn.summary,
      theirs: conflict && stored ? theirs(stored, context) : [],
      version: conflict && stored ? String(stored.version) : typed('version'),
      platform: drawn.select(
        'platform',
        Object.keys(PLATFORMS).map((code) => ({
          value: code,
          label: t(`merchants.platform.${code}`),
        })),
      ),
      shopName: drawn.text('shopName', 'full'),
      url: drawn.text('url', 'full'),
      icp: typed('platform') === 'own' ? { ...drawn.text('icp'), required: true } : null,
      shopNo: drawn.text('shopNo'),
      openedOn: drawn.date('openedOn'),
      sameSubject: drawn.radios('sameSubject', undefined, true),
      subjectNote:
        typed('sameSubject') === 'no' ? { ...drawn.textarea('subjectNote'), required: true } : null,
      authorisation:
        typed('sameSubject') === 'no'
          ? file('authorisation', stored?.authorisationId ?? null)
          : null,
      mainGoods: drawn.text('mainGoods'),
      deliveryPromise: drawn.select('deliveryPromise'),
      status: drawn.radios('status', undefined, true),
      licenceShot: file('licenceShot', stored?.licenceShotId ?? null),
    };
  };
}

function theirs(shop: ShopRow, { t }: PageContext) {
  return [
    { label: t('merchants.shop.platform'), value: t(`merchants.platform.${shop.platform}`) },
    { label: t('merchants.shop.shopName'), value: shop.shopName },
    { label: t('merchants.shop.url'), value: shop.url },
    { label: t('merchants.shop.openedOn'), value: shop.openedOn },
    { label: t('merchants.shop.status'), value: t(`merchants.shopStatus.${shop.status}`) },
  ];
}
