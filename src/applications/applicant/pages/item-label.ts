import type { PageContext } from '../../../web/page-context.js';
import { claimableIndicators } from '../../../rules/scoring/needed-figures.js';
import type { ApplicationFile } from '../application-file.js';
import { CONFIRMATION } from '../confirmation.js';
import { figureLabel } from '../step-fields.js';
import { say } from './draw-field.js';

/** The name of an opened item (figure key, indicator code, list of rows) for the applicant. */
export function itemLabel(file: ApplicationFile, item: string, context: PageContext): string {
  const { t } = context;
  const need = file.needed.find(({ key }) => key === item);
  if (need) return say(figureLabel(file, need), context);
  const list = file.lists.find(
    ({ key }) => item === key || item.startsWith(key.replace(/s$/, '.')),
  );
  if (list) return t(`applications.rows.${list.key}`);
  if (item === CONFIRMATION) return t('applications.statement.title');
  if (item === 'withdrawal') return t('applications.withdraw.statement');
  if (item === 'penaltySelfReport') return t('applications.penalty.title');
  const code = item.split('.').at(-1)!;
  const indicator = claimableIndicators(file.category).find((one) => one.code === code);
  if (!indicator) return item;
  const name = t('applications.indicator', { code, name: say(indicator.name, context) });
  return item.startsWith('evidence.') ? t('applications.item.evidence', { name }) : name;
}
