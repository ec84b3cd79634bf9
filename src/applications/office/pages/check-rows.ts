import { lookBackStart } from '../../../rules/eligibility/veto-check.js';
import { formatDay } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import { needsSecondReading } from '../screening/veto-check-row.js';
import { effectiveChecks } from '../../../rules/eligibility/recorded-check.js';
import { pureVetoRule, vetoContext } from '../screening/pure-veto-rule.js';
import type { ScreeningFile } from '../screening/screening-file.js';
import { vetoTag } from '../tags.js';

/** One veto rule of the check point, with the check that stands and what it still needs. */
export interface ScreeningCheck {
  readonly rule: string;
  readonly condition: string;
  readonly window: string;
  readonly tag: StatusTag;
  readonly details: string;
  readonly note: string | null;
  readonly evidence: { readonly href: string } | null;
  readonly reading: { readonly href: string } | null;
}

export function checkRows(
  screening: ScreeningFile,
  { t, lang, actor }: PageContext,
): ScreeningCheck[] {
  const { rules, checks, blockers, today } = screening;
  const standing = new Map(effectiveChecks(checks).map((check) => [check.rule, check]));
  const context = vetoContext(rules.reference.applicationDeadline, today, today, []);
  return rules.vetoRules
    .filter(({ checkPoints }) => checkPoints.includes(screening.checkPoint))
    .map((rule) => {
      const check = standing.get(rule.code);
      const unread = checks.find(
        (one) => one.rule === rule.code && needsSecondReading(one, checks),
      );
      const stale = blockers.some(
        (blocker) => blocker.rule === rule.code && blocker.code === 'veto.blocker.stale',
      );
      const from = lookBackStart(pureVetoRule(rule), context);
      return {
        rule: rule.code,
        condition: lang === 'zh-CN' ? rule.condition.zh : rule.condition.en,
        window:
          rule.lookBack.kind === 'years'
            ? t('review.veto.window', { from: formatDay(lang, from) })
            : t(`review.veto.window.${rule.lookBack.kind}`),
        tag: stale
          ? { label: t('review.veto.stale'), tone: 'attention' as const }
          : check
            ? vetoTag(check.result, t)
            : { label: t('review.veto.open'), tone: 'neutral' as const },
        details: check
          ? t('review.veto.details', {
              source: check.source,
              asOf: formatDay(lang, check.asOf),
              checker: check.checkerName ?? '',
              reader: check.secondReaderName ?? 'none',
              decided: check.decidedOn ? formatDay(lang, check.decidedOn) : 'none',
            })
          : '',
        note: check?.note ?? null,
        evidence: check?.evidenceId ? { href: `/documents/${check.evidenceId}` } : null,
        reading:
          unread && unread.checkerId !== actor?.accountId
            ? { href: `/office/screening/checks/${unread.id}/reading` }
            : null,
      };
    });
}
