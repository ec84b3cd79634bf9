import { DELIVERY_PROMISES, PLATFORMS, SHOP_STATUSES } from '../../rules/registry/vocabulary.js';
import {
  ChoiceField,
  DayField,
  TextField,
  TextareaField,
  WholeField,
} from '../../web/forms/fields.js';

export class ShopForm {
  @ChoiceField({
    label: 'merchants.shop.platform',
    values: Object.keys(PLATFORMS),
    options: 'merchants.platform',
  })
  platform!: string;
  @TextField({ label: 'merchants.shop.shopName', min: 2, max: 60 })
  shopName!: string;
  @TextField({
    label: 'merchants.shop.url',
    hint: 'merchants.shop.url.hint',
    max: 600,
  })
  url!: string;
  @TextField({
    label: 'merchants.shop.icp',
    hint: 'merchants.shop.icp.hint',
    max: 40,
    required: false,
  })
  icp!: string | null;
  @TextField({
    label: 'merchants.shop.shopNo',
    hint: 'merchants.shop.shopNo.hint',
    max: 40,
    required: false,
  })
  shopNo!: string | null;
  @DayField({ label: 'merchants.shop.openedOn' })
  openedOn!: string;
  @ChoiceField({
    label: 'merchants.shop.sameSubject',
    values: ['yes', 'no'],
    options: 'merchants.shop.sameSubject',
  })
  sameSubject!: 'yes' | 'no';
  @TextareaField({ label: 'merchants.shop.subjectNote', max: 200, rows: 3, required: false })
  subjectNote!: string | null;
  @TextField({ label: 'merchants.shop.mainGoods', max: 60, required: false })
  mainGoods!: string | null;
  @ChoiceField({
    label: 'merchants.shop.deliveryPromise',
    hint: 'merchants.shop.deliveryPromise.hint',
    values: DELIVERY_PROMISES,
    options: 'merchants.delivery',
    required: false,
  })
  deliveryPromise!: string | null;
  @ChoiceField({
    label: 'merchants.shop.status',
    values: SHOP_STATUSES,
    options: 'merchants.shopStatus',
  })
  status!: string;
  @WholeField({ label: 'merchants.version', required: false })
  version!: number | null;
}
