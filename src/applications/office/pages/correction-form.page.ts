import { formatDayWeekday } from '../../../text/format.js';
import { partsOfItem } from '../../../rules/applications/item-changes.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext, Translate } from '../../../web/page-context.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { correctableGroups } from '../file/correctable-items.js';
import { type FigureTexts, figureText } from '../file/figure-display.js';
import { figureTexts } from '../file/file.page.js';
import { correctableLabel } from './correctable-label.js';
import { type FormPage, frame, type room } from './forms-on-file.page.js';
import type { CorrectionForm } from './review.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/correction': CorrectionPage;
  }
}

export interface CorrectionPage extends FormPage {
  readonly due: string;
  readonly left: number;
  readonly itemsError: string | null;
  readonly groups: readonly ItemGroup[];
  readonly reason: FieldTextarea;
}

interface ItemGroup {
  readonly name: string;
  /** Something in it was ticked or written before the form came back. */
  readonly open: boolean;
  readonly items: readonly {
    readonly key: string;
    readonly label: string;
    readonly now: string;
    readonly selected: boolean;
    readonly text: string;
  }[];
}

export function correctionPage(
  file: ApplicationFile,
  rules: RuleSet,
  stage: keyof typeof room,
  dueOn: string,
  form: Submitted<CorrectionForm>,
) {
  return (context: PageContext): CorrectionPage => {
    const drawn = context.draw(form);
    const base = frame(file, stage, 'review.correction.title', context.t);
    const asked = file.corrections.filter((one) => one.stage === stage).length;
    return {
      ...base,
      send: { href: `${base.back.href}/correction` },
      summary: drawn.summary,
      due: formatDayWeekday(context.lang, dueOn),
      left: (stage === 'division' ? 2 : 1) - asked,
      itemsError: errorOn(form, context.t),
      groups: itemGroups(file, rules, form.typed, context),
      reason: drawn.textarea('reason'),
    };
  };
}

function errorOn({ errors }: Submitted<CorrectionForm>, t: Translate): string | null {
  const error = errors.find(({ field }) => field === 'items' || field.startsWith('say.'));
  return error ? t(error.code, { ...error.variables }) : null;
}

function itemGroups(
  file: ApplicationFile,
  rules: RuleSet,
  typed: RawForm,
  context: PageContext,
): readonly ItemGroup[] {
  const { t, lang } = context;
  const texts = figureTexts(file, rules, context);
  const category = categoryRules(rules, file.head.categoryCode);
  const ticked = typedTexts(typed, 'items');
  return correctableGroups(file, rules).map(({ code, name, items }) => {
    const drawn = items.map((key) => ({
      key,
      label: correctableLabel(key, category, texts),
      now: nowText(file, key, texts),
      selected: ticked.includes(key),
      text: typedTexts(typed, `say.${key}`)[0] ?? '',
    }));
    const title = name && (lang === 'zh-CN' ? name.zh : name.en);
    return {
      name: title ? t('applications.indicator', { code, name: title }) : t('review.file.others'),
      open: drawn.some(({ selected, text }) => selected || text !== ''),
      items: drawn,
    };
  });
}

/** What stands there now, so that what is missing is seen at once. */
function nowText(file: ApplicationFile, item: string, texts: FigureTexts): string {
  const { t } = texts;
  const [part] = partsOfItem(item);
  const { figures, answers, evidence } = file;
  if (part!.kind === 'figure') {
    const claimed = figures.find(({ key }) => key === item)?.claimed ?? null;
    return claimed === null ? t('applications.nothing') : figureText(item, claimed, texts);
  }
  if (part!.kind === 'evidence') {
    const count = evidence.filter(({ indicator }) => indicator === part!.key).length;
    return t('review.correction.files', { count });
  }
  const length =
    part!.kind === 'rows'
      ? (answers.rows[part!.key] ?? []).length
      : part!.kind === 'text'
        ? (answers.texts[part!.key] ?? '').length
        : (answers.penaltySelfReport ?? '').length;
  if (part!.kind === 'rows') return t('review.correction.lines', { count: length });
  return t('review.correction.characters', { count: length });
}
