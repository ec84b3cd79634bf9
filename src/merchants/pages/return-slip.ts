import { formatHundredths, formatInstant, formatNumber } from '../../text/format.js';
import type { PageContext } from '../../web/page-context.js';
import type { SquarePath } from '../../web/views/square-code.js';
import { drawSlip } from '../../web/views/slip.js';
import type { MerchantRow } from '../merchant.queries.js';
import { rawReturn } from '../return-fields.js';
import type { ReturnRow } from '../return.queries.js';

/** That a return was filed, with its main figures and the hash of all of them. */
export function returnSlip(merchant: MerchantRow, filed: ReturnRow, square: SquarePath) {
  return (context: PageContext) => {
    const { t, lang } = context;
    return drawSlip(
      {
        title: 'merchants.returns.receipt',
        back: { label: t('merchants.returns.title'), href: '/my/returns' },
        rows: [
          ['merchants.name', merchant.name],
          ['merchants.returns.receipt.year', String(filed.year)],
          ['merchants.returns.receipt.filedAt', formatInstant(lang, filed.filedAt)],
          [
            'merchants.returns.receipt.version',
            t('merchants.returns.receipt.nth', { n: filed.version }),
          ],
          [
            'merchants.return.netWan',
            t('merchants.returns.receipt.wan', { wan: formatHundredths(filed.netWan) }),
          ],
          ['merchants.return.orders', formatNumber(filed.orders)],
          ['merchants.return.parcels', formatNumber(filed.parcels)],
        ],
        square,
        caption: 'merchants.returns.receipt.qr',
        words: null,
        note: t(
          filed.doubted ? 'merchants.returns.receipt.doubted' : 'merchants.returns.receipt.note',
        ),
        content: JSON.stringify([merchant.id, filed.year, filed.filedAt, rawReturn(filed)]),
      },
      context,
    );
  };
}
