import { formatInstant } from '../../../text/format.js';
import type { ErrorSummary, FieldCheckboxes } from '../../../web/field-models.js';
import { allows } from '../../../web/access/policies.js';
import { holds } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { AwardListRecord } from '../../lists/award-list.queries.js';
import type { DraftRow } from '../notice-draft.queries.js';
import type { NoticeHead } from '../notice.queries.js';
import { type ListTable, listTable } from '../../lists/pages/list-table.js';
import { readBody } from '../../../paper/body.js';
import { type BlockModel, blockModels } from '../../../web/views/paper-page.js';
import { HashForm, comparedField } from '../../pages/compared-hash.js';
import { comparisonCode } from '../../../rules/provenance/comparison-code.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/office-notices': OfficeNoticesPage;
    'awards/notice-draft': NoticeDraftPage;
  }
}

export interface OfficeNoticesPage extends PageFrame {
  readonly drafts: readonly { href: string; title: string; kind: string; prepared: string }[];
  readonly posted: readonly { href: string; title: string; kind: string; on: string }[];
  readonly mayPrepare: boolean;
}

export interface NoticeDraftPage extends PageFrame {
  readonly id: string;
  readonly kind: string;
  readonly prepared: string;
  readonly code: string;
  readonly hash: string;
  readonly documentNumber: string | null;
  readonly blocks: readonly BlockModel[];
  readonly table: ListTable | null;
  readonly summary: ErrorSummary;
  readonly post: FieldCheckboxes | null;
  readonly waiting: string | null;
}

export function officeNoticesPage(rows: {
  readonly drafts: readonly DraftRow[];
  readonly posted: readonly NoticeHead[];
}) {
  return (context: PageContext): OfficeNoticesPage => {
    const { t, lang, actor } = context;
    return {
      title: t('awards.notices.office'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('awards.notices.office'), href: null },
      ],
      mayPrepare: allows('list.prepare', actor),
      drafts: rows.drafts.map((draft) => ({
        href: `/office/notices/${draft.id}`,
        title: draft.title,
        kind: t(`awards.notice.kind.${draft.kind}`),
        prepared: prepared(context, draft),
      })),
      posted: rows.posted.map((notice) => ({
        href: `/notices/${notice.id}`,
        title: notice.title,
        kind: t(`awards.notice.kind.${notice.kind}`),
        on: formatInstant(lang, notice.postedAt),
      })),
    };
  };
}

export function noticeDraftPage(
  draft: DraftRow,
  list: AwardListRecord | null,
  sent: Submitted<HashForm> = unsentForm(HashForm),
) {
  return (context: PageContext): NoticeDraftPage => {
    const { t, actor } = context;
    const drawn = context.draw(sent);
    const own = draft.preparedBy === actor?.accountId;
    const single = ['call', 'defence', 'publicity'].includes(draft.kind);
    const may = holds(actor, 'Publisher') && (single || !own);
    return {
      title: draft.title,
      breadcrumbs: [
        { label: t('awards.notices.office'), href: '/office/notices' },
        { label: draft.title, href: null },
      ],
      id: draft.id,
      kind: t(`awards.notice.kind.${draft.kind}`),
      prepared: prepared(context, draft),
      code: comparisonCode(draft.hash),
      hash: draft.hash,
      documentNumber: draft.documentNumber,
      blocks: blockModels(readBody(draft.body)),
      table: list && listTable(context, list, 'list'),
      summary: drawn.summary,
      post: may ? comparedField(sent, draft.hash, context, own ? 'oneself' : 'another') : null,
      waiting: may
        ? null
        : t(single ? 'awards.notice.waitingPublisher' : 'awards.notice.waitingSecond'),
    };
  };
}

function prepared({ t, lang }: PageContext, draft: DraftRow): string {
  return t('awards.lock.byAt', {
    name: draft.preparedName ?? '',
    at: formatInstant(lang, draft.preparedAt),
  });
}
