import type { ErrorSummary, FieldSelect, FieldText } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { RelatedPerson } from '../merchant.entity.js';
import type { RelationRow } from '../merchant.queries.js';
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

export interface RelationsPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly merchants: readonly Tie[];
  readonly people: readonly Tie[];
  readonly name: FieldText;
  readonly creditCode: FieldText;
  readonly relation: FieldSelect;
  readonly personName: FieldText;
  readonly personRelation: FieldSelect;
}

export function relationsPage(
  rows: { relations: readonly RelationRow[]; people: readonly RelatedPerson[] },
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
      merchants: rows.relations.map(({ id, name, creditCode, relation }) => ({
        key: id,
        name,
        note: [t(`merchants.relation.${relation}`), creditCode ?? ''].filter(Boolean).join(' · '),
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
