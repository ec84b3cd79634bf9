import { PLAIN, type Paper, heading, paragraph } from '../../../paper/paper.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { publishesList } from '../../../rules/lifecycle/notice-kinds.js';
import { formatDay } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ObjectionRow } from '../objection.queries.js';

type Words = Pick<PageContext, 't' | 'lang' | 'office'>;
type Build = (words: Words) => Paper;

/** 异议处理决定: who objected is not in it. Null before there is a decision. */
export function objectionDecision(row: ObjectionRow): Build | null {
  const { finding, decisionReason, decidedAt } = row;
  if (!decidedAt || !finding) return null;
  const late = publishesList(row.noticeKind) ? 'late.' : '';
  return (words) => {
    const { t } = words;
    return {
      ...head('document.objectionDecision', beijingDate(decidedAt), words),
      blocks: [
        paragraph(t('paper.objection.decided', about(row, words))),
        heading(t('awards.objection.finding')),
        paragraph(t(`awards.objection.finding.${late}${finding}`)),
        heading(t('awards.objection.decisionReason')),
        paragraph(decisionReason ?? ''),
      ],
    };
  };
}

/** 答复函: to whoever holds the receipt, whose name stays sealed. Nobody answers the anonymous by letter. */
export function objectionReply(row: ObjectionRow): Build | null {
  const { reply, repliedAt, identityKind } = row;
  if (!reply || !repliedAt || identityKind === 'anonymous') return null;
  return (words) => {
    const { t } = words;
    return {
      ...head('document.replyLetter', beijingDate(repliedAt), words),
      addressee: t('paper.objection.to', { receiptNumber: row.receiptNumber }),
      blocks: [paragraph(t('paper.objection.replied', about(row, words))), paragraph(reply)],
    };
  };
}

function head(title: string, on: string, { t, lang, office }: Words) {
  const signature = { signatory: office, day: formatDay(lang, on), isoDay: on };
  return { ...PLAIN, lang, issuer: office, title: t(title), signature };
}

function about(
  { receiptNumber, noticeTitle, merchantName, receivedAt }: ObjectionRow,
  { lang }: Words,
) {
  return {
    day: formatDay(lang, beijingDate(receivedAt)),
    receiptNumber,
    notice: noticeTitle,
    merchant: merchantName ?? '',
    named: merchantName ? 'yes' : 'no',
  };
}
