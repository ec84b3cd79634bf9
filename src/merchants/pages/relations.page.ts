import type { ErrorSummary, FieldSelect, FieldText } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { RelatedPerson } from '../merchant.entity.js';
import type { IncomingRelation, RelationRow } from '../merchant.queries.js';
import { noteOf } from './stated-relations.js';
import type { RelatedMerchantForm, RelatedPersonForm } from './relations.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/relations': RelationsPage;
  }
}

interface Tie {
  readonly key: string;
  readonly name: string;
  readonly note: string;
}

interface StatedByOther extends Tie {
  /** What saying the same would send; null while the other side has no credit code. */
  readonly answer: {
    readonly name: string;
    readonly creditCode: string;
    readonly relation: string;
  } | null;
}

export interface RelationsPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly merchants: readonly (Tie & { readonly kept: boolean })[];
  readonly incoming: readonly StatedByOther[];
  readonly people: readonly Tie[];
  readonly name: FieldText;
  readonly creditCode: FieldText;
  readonly relation: FieldSelect;
  readonly personName: FieldText;
  readonly personRelation: FieldSelect;
}

export function relationsPage(
  rows: {
    readonly relations: readonly RelationRow[];
    readonly incoming: readonly IncomingRelation[];
    readonly people: readonly RelatedPerson[];
  },
  merchantForm: Submitted<RelatedMerchantForm>,
  personForm: Submitted<RelatedPersonForm>,
) {
  return (context: PageContext): RelationsPage => {
    const { t } = context;
    const merchant = context.draw(merchantForm);
    const person = context.draw(personForm);
    const title = t('merchants.relations.title');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: title, href: null },
      ],
      summary: { errors: [...merchant.summary.errors, ...person.summary.errors] },
      merchants: rows.relations.map((row) => ({
        key: row.id,
        name: row.name,
        kept: row.confirmedAt !== null,
        note: [
          t(`merchants.relation.${row.relation}`),
          row.creditCode ?? '',
          noteOf(row, row.mutual === 1 ? 'both' : 'oneSide', t),
        ]
          .filter(Boolean)
          .join(' · '),
      })),
      incoming: rows.incoming.map((row) => ({
        key: row.merchantId,
        name: row.name,
        note: [t(`merchants.relation.${row.relation}`), noteOf(row, 'incoming', t)].join(' · '),
        answer: row.creditCode
          ? { name: row.name, creditCode: row.creditCode, relation: seenFromHere(row.relation) }
          : null,
      })),
      people: rows.people.map(({ name, relation }) => ({
        key: name,
        name,
        note: t(`merchants.personRelation.${relation}`),
      })),
      name: merchant.text('name'),
      creditCode: merchant.text('creditCode'),
      relation: merchant.select('relation'),
      personName: person.text('personName', 'short'),
      personRelation: person.select('personRelation'),
    };
  };
}

/** The other side's parent is a merchant whose subsidiary it is. */
function seenFromHere(relation: string): string {
  const turned: Readonly<Record<string, string>> = { parent: 'subsidiary', subsidiary: 'parent' };
  return turned[relation] ?? relation;
}
