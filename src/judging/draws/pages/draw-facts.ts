import { formatInstant } from '../../../text/format.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { DrawRow } from '../draw.queries.js';
import { groupName } from './draw-groups.js';

type Fact = readonly [key: string, value: string | null];

/** What was fixed before chance came in. */
export function termFacts(
  draw: Pick<DrawRow, 'terms' | 'groupNames'>,
  context: PageContext,
): SummaryList {
  const { terms } = draw;
  const { t } = context;
  const [numerator, denominator] = terms.conflictShare;
  return facts(
    [
      ['panelSize', t('judging.draw.number', { count: terms.panelSize })],
      ['alternates', t('judging.draw.number', { count: terms.alternates })],
      [
        'minima',
        terms.fields
          .map(({ field, minimum }) =>
            t('judging.draw.minimum', {
              field: groupName(draw, 'fields', field, context),
              minimum,
            }),
          )
          .join(t('navigation.listComma')),
      ],
      ['perOrganisation', t('judging.draw.atMost', { count: terms.perOrganisation })],
      ['perDivision', t('judging.draw.atMost', { count: terms.perDivision })],
      ['applications', t('judging.draw.applications', { count: terms.applications })],
      ['conflictShare', t('judging.draw.share', { numerator, denominator })],
    ],
    context,
  );
}

/** The steps that have been taken: when, by whom, and what was shown. Nothing of the seed before its time. */
export function courseFacts(draw: DrawRow, context: PageContext): SummaryList {
  const { t, lang } = context;
  const by = (at: string | null, name: string | null) =>
    at && t('judging.draw.by', { time: formatInstant(lang, at), name: name ?? '' });
  return facts(
    [
      ['frozen', by(draw.frozenAt, draw.frozenName)],
      ['listHash', draw.listHash],
      ['committed', by(draw.committedAt, draw.committedName)],
      ['commitment', draw.commitment],
      ['witnessed', by(draw.witnessedAt, draw.witnessedName)],
      ['witness', draw.witness],
      ['revealed', by(draw.revealedAt, draw.revealedName)],
      ['seed', draw.record?.seed ?? null],
      ['present', draw.record?.present.join(t('navigation.listComma')) ?? null],
      ['recordHash', draw.record?.recordHash ?? null],
      ['chainHead', draw.chainHead],
      ['officeSigned', by(draw.officeSignedAt, draw.officeSignedName)],
      ['witnessSigned', by(draw.witnessSignedAt, draw.witnessedName)],
      ['voidProposed', by(draw.voidProposedAt, draw.voidProposedName)],
      ['voided', by(draw.voidedAt, draw.voidedName)],
      ['voidReason', draw.voidReason],
    ],
    context,
  );
}

function facts(given: readonly Fact[], { t }: PageContext): SummaryList {
  return {
    rows: given.flatMap(([key, value]) =>
      value === null ? [] : [{ term: t(`judging.draw.fact.${key}`), value, action: null }],
    ),
  };
}
