import type { Breadcrumb } from '../web/layout-model.js';
import type { PageContext } from '../web/page-context.js';

/** Home of the office, the programme, then the page itself. */
export function officeCrumbs(
  { t }: PageContext,
  programme: { readonly id: string; readonly name: string } | null,
  last: string | null,
): Breadcrumb[] {
  const office = { label: t('navigation.office'), href: '/office' };
  const own = programme
    ? { label: programme.name, href: last === null ? null : `/office/programmes/${programme.id}` }
    : null;
  const end = last === null ? null : { label: last, href: null };
  return [office, own, end].filter((crumb) => crumb !== null);
}
