import { readBody } from '../../../paper/body.js';
import {
  type Block,
  PLAIN,
  type Paper,
  type Table,
  column,
  paragraph,
  table,
} from '../../../paper/paper.js';
import { translate } from '../../../text/catalogue.js';
import { formatDay } from '../../../text/format.js';
import type { AwardListRecord } from '../../lists/award-list.queries.js';
import type { ListWords } from '../../lists/pages/list-remarks.js';
import { listTable } from '../../lists/pages/list-table.js';
import type { NoticeRow } from '../notice.queries.js';

/** A posted notice with its list: Chinese throughout, in the words that were posted. */
export function noticePaper(
  notice: NoticeRow,
  list: AwardListRecord | null,
  officeName: string,
): Paper {
  const { lang, t } = inChinese;
  const checkpoint = notice.checkpoint;
  return {
    ...PLAIN,
    lang,
    issuer: factOf(notice, 'issuer') ?? officeName,
    number: notice.documentNumber,
    title: notice.title,
    marks: notice.correctedById ? [t('awards.notice.corrected')] : [],
    addressee: factOf(notice, 'addressee'),
    blocks: [...readBody(notice.body), ...(list ? listBlocks(list) : [])],
    signature: {
      signatory: factOf(notice, 'signatory') ?? officeName,
      day: formatDay(lang, notice.postedOn),
      isoDay: notice.postedOn,
    },
    notes: [
      t('awards.notice.publicNote'),
      ...(checkpoint ? [t('awards.checkpoint.printed', { checkpoint })] : []),
    ],
  };
}

/** A fact of the sheet; historical notices may lack any. */
export function factOf({ facts }: Pick<NoticeRow, 'facts'>, name: string): string | null {
  const fact = facts[name];
  return typeof fact === 'string' ? fact : null;
}

function listBlocks(list: AwardListRecord): Block[] {
  const { remarks, rows } = listTable(inChinese, list, 'list');
  const shown = table(
    listColumns(),
    rows.map(({ serial, category, division, name, main }) => [
      String(serial),
      category,
      division,
      name,
      main,
    ]),
  );
  return [...remarks.map(paragraph), { ...shown, list: true } satisfies Table];
}

function listColumns() {
  const label = (field: string) => inChinese.t(`awards.field.${field}`);
  return [
    column(label('serial'), 6),
    column(label('category'), 12),
    column(label('division'), 14),
    column(label('name'), 26, { head: true }),
    column(label('main'), 16),
  ];
}

const inChinese: ListWords = {
  lang: 'zh-CN',
  t: (key, variables) => translate('zh-CN', key, variables),
};
