import { Injectable } from '@nestjs/common';
import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import { type Language, translate } from '../../../text/catalogue.js';
import type { PageContext, Translate } from '../../../web/page-context.js';
import type { KeptPart } from '../../../web/views/kept-part.js';
import { PageRenderer } from '../../../web/views/page-renderer.js';
import { StandingQueries, type StandingRow } from '../standing.queries.js';
import { divisionName, outcomeTones } from '../../pages/labels.js';

/** Tables kept at once: three categories of a few programmes in two languages. */
const MOST = 24;

/**
 * The ranking of a lock as HTML. Locked standings never change, so each is drawn once and kept; the
 * page around it stays the reader's own.
 */
@Injectable()
export class RankingTable {
  private readonly kept = new Map<string, KeptPart>();

  constructor(
    private readonly standings: StandingQueries,
    private readonly renderer: PageRenderer,
  ) {}

  async of(lockId: string, categoryId: string, lang: Language): Promise<KeptPart> {
    const key = `${lang} ${lockId}`;
    const known = this.kept.get(key);
    if (known) return known;
    const rows = await this.standings.rows(lockId);
    const model = rankingModel(rows, categoryId, lang);
    const drawn = this.renderer.fragment('awards/ranking-table', model, lang);
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(key, drawn);
    return drawn;
  }
}

/** One column a seat and sheet: an application with replaced judges leaves cells empty. */
function rankingModel(rows: readonly StandingRow[], categoryId: string, lang: PageContext['lang']) {
  const t: Translate = (name, variables) => translate(lang, name, variables);
  const columns = columnsOf(rows).map((column) => ({
    ...column,
    full: seatLabel(t, column.sheet, column.seat),
  }));
  const last = rows.findLast(({ outcome }) => outcome === 'proposed');
  return {
    composite: t('awards.ranking.composite'),
    verified: t('awards.ranking.verified'),
    working: t('awards.ranking.working'),
    columns: columns.map(({ sheet, seat }) => ({
      label: t('awards.ranking.seat', seatInWords(seat)),
      sheet: t(`awards.sheet.${sheet}`),
    })),
    rows: rows.map((row) => ({
      standing: row.standing,
      shared: row.shared === 1,
      receipt: row.receipt,
      merchant: row.merchant,
      division: divisionName(t, row.division),
      verified: row.verified,
      totals: columns.map(({ sheet, seat, full }) => {
        const own = row.sheets.find((one) => one.sheet === sheet);
        const total = own?.totals.find((one) => one.seat === seat);
        return {
          points: total?.points ?? '',
          dropped: total?.dropped ?? false,
          label: full,
        };
      }),
      composite: row.composite,
      outcome: t(`awards.outcome.${row.outcome}`),
      tone: outcomeTones[row.outcome] ?? 'neutral',
      reason: t(`awards.reason.${row.reason}`),
      cutLine: row === last,
      href: `/office/standings/${categoryId}/${row.applicationId}`,
    })),
  };
}

function seatLabel(t: Translate, sheet: string, seat: number): string {
  return `${t(`awards.sheet.${sheet}`)} ${t('awards.ranking.seat', seatInWords(seat))}`;
}

function columnsOf(rows: readonly StandingRow[]) {
  const seats = new Map<string, Set<number>>();
  for (const { sheets } of rows) {
    for (const { sheet, totals } of sheets) {
      const known = seats.get(sheet) ?? new Set<number>();
      for (const { seat } of totals) known.add(seat);
      seats.set(sheet, known);
    }
  }
  return [...seats].flatMap(([sheet, numbers]) =>
    [...numbers].sort((a, b) => a - b).map((seat) => ({ sheet, seat })),
  );
}
