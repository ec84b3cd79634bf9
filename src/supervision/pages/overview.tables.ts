import { seatInWords } from '../../rules/rounds/seat-in-words.js';
import { formatDay, formatInstant, formatNumber } from '../../text/format.js';
import type { TableNumbers } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { OverviewRows } from './overdue.table.js';
import { table } from './table.js';

/** How far each seat is; before the lock nobody reads a score here. */
export function progressTable({ progress }: OverviewRows, { t, lang }: PageContext): TableNumbers {
  return table(
    'progress',
    t('supervision.progress'),
    [
      { label: t('supervision.column.category') },
      { label: t('supervision.column.round') },
      { label: t('supervision.column.seat') },
      { label: t('supervision.column.judge') },
      { label: t('supervision.column.sheets'), numeric: true },
      { label: t('supervision.column.signed'), numeric: true },
    ],
    progress.map((row) => [
      lang === 'zh-CN' ? row.categoryZh : row.categoryEn,
      t(`supervision.round.${row.kind}`),
      t('supervision.seat', seatInWords(row.seatNumber)),
      row.judgeName,
      formatNumber(row.sheets),
      formatNumber(row.signed),
    ]),
  );
}

export function conflictTable({ conflicts }: OverviewRows, { t, lang }: PageContext): TableNumbers {
  return table(
    'conflicts',
    t('supervision.conflicts'),
    [
      { label: t('supervision.column.judge') },
      { label: t('supervision.column.merchant') },
      { label: t('supervision.column.ground') },
      { label: t('supervision.column.state') },
      { label: t('supervision.column.decider') },
      { label: t('supervision.column.reason') },
      { label: t('supervision.column.time') },
    ],
    conflicts.map((row) => [
      row.judgeName,
      row.merchantName,
      row.ground
        ? [row.ground, ...(JSON.parse(row.moreGrounds ?? '[]') as string[])]
            .map((one) => t(`judging.ground.${one}`))
            .join(t('navigation.listComma'))
        : t('supervision.ground.found'),
      t(`supervision.conflict.${row.state}`),
      row.deciderName ?? t('supervision.nobody'),
      row.decisionReason ?? t('supervision.nobody'),
      formatInstant(lang, row.decidedAt ?? row.declaredAt),
    ]),
  );
}

/** Who proposed and who decided, each with the time (R11, R14). */
export function removalTable({ removals }: OverviewRows, { t, lang }: PageContext): TableNumbers {
  return table(
    'removals',
    t('supervision.removals'),
    [
      { label: t('supervision.column.judge') },
      { label: t('supervision.column.merchant') },
      { label: t('supervision.column.ground') },
      { label: t('supervision.column.reason') },
      { label: t('supervision.column.proposer') },
      { label: t('supervision.column.state') },
      { label: t('supervision.column.decider') },
    ],
    removals.map((row) => [
      row.expertNumber === null
        ? t('supervision.removal.judge', {
            name: row.judgeName,
            ...seatInWords(row.seatNumber ?? 0),
          })
        : t('supervision.removal.expert', { name: row.judgeName, number: row.expertNumber }),
      row.merchantName ?? t('supervision.removal.seat'),
      row.ground ? t(`judging.ground.${row.ground}`) : t('judging.removal.noGround'),
      row.reason,
      t('supervision.removal.by', {
        name: row.proposerName,
        time: formatInstant(lang, row.proposedAt),
      }),
      t(`judging.removalState.${row.state}`),
      row.deciderName && row.decidedAt
        ? t('supervision.removal.by', {
            name: row.deciderName,
            time: formatInstant(lang, row.decidedAt),
          })
        : t('supervision.nobody'),
    ]),
  );
}

export function extensionTable(
  { extensions }: OverviewRows,
  { t, lang }: PageContext,
): TableNumbers {
  return table(
    'extensions',
    t('supervision.extensions'),
    [
      { label: t('supervision.column.phase') },
      { label: t('supervision.column.scope') },
      { label: t('supervision.column.newLastDay') },
      { label: t('supervision.column.reason') },
      { label: t('supervision.column.orderer') },
      { label: t('supervision.column.time') },
    ],
    extensions.map((row) => [
      t(`lifecycle.programme.${row.phase}`),
      t(`supervision.scope.${row.scope}`),
      formatDay(lang, row.newLastDay),
      row.reason,
      row.ordererName,
      formatInstant(lang, row.orderedAt),
    ]),
  );
}

export function objectionTable(
  { objections }: OverviewRows,
  { t, lang }: PageContext,
): TableNumbers {
  return table(
    'objections',
    t('supervision.objections'),
    [
      { label: t('supervision.column.receipt') },
      { label: t('supervision.column.merchant') },
      { label: t('supervision.column.identity') },
      { label: t('supervision.column.state') },
      { label: t('supervision.column.received') },
      { label: t('supervision.column.decideBy') },
      { label: t('supervision.column.decider') },
    ],
    objections.map((row) => [
      row.receiptNumber,
      row.merchantName ?? t('supervision.procedure'),
      t(`supervision.identity.${row.identityKind}`),
      t(`lifecycle.objection.${row.state}`),
      formatInstant(lang, row.receivedAt),
      row.decideBy ? formatDay(lang, row.decideBy) : t('supervision.nobody'),
      row.deciderName ?? t('supervision.nobody'),
    ]),
  );
}

export function noticeTable({ notices }: OverviewRows, { t, lang }: PageContext): TableNumbers {
  return table(
    'notices',
    t('supervision.notices'),
    [
      { label: t('supervision.column.notice') },
      { label: t('supervision.column.kind') },
      { label: t('supervision.column.posted') },
      { label: t('supervision.column.poster') },
      { label: t('supervision.column.confirmer') },
    ],
    notices.map((row) => [
      { text: row.title, href: `/notices/${row.id}` },
      t(`awards.notice.kind.${row.kind}`),
      formatDay(lang, row.postedOn),
      row.posterName ?? t('supervision.nobody'),
      row.confirmerName ?? t('supervision.nobody'),
    ]),
  );
}
