import { neededFigures } from '../../../rules/scoring/needed-figures.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { Refusal } from '../../../rules/refusal.js';
import { rowLists } from '../../applicant/row-lists.js';
import type { CorrectionRound } from '../../correction-rounds.queries.js';
import {
  type DrawnItem,
  type DrawnRound,
  drawRound,
  type ItemNames,
} from '../../draw-correction-round.js';
import type { ItemTexts } from '../../keep-correction-words.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { figureText } from '../file/figure-display.js';
import { figureTexts } from '../file/file.page.js';
import type { CorrectionStage } from '../file/request-correction.js';
import { correctableLabel } from './correctable-label.js';
import type { CorrectionForm } from './review.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/corrections': CorrectionsPage;
  }
}

export interface CorrectionsPage extends PageFrame {
  readonly back: { readonly href: string };
  readonly send: { readonly href: string };
  readonly summary: ErrorSummary;
  readonly rounds: readonly (Omit<DrawnRound, 'items'> & {
    /** The office that reads it may still say something. */
    readonly mayReply: boolean;
    readonly items: readonly (DrawnItem & { readonly name: string; readonly typed: string })[];
  })[];
}

/** Where each office reads a file, by the stage at which it asks. */
const fileRooms = { division: '/division/applications', screening: '/office/screening' } as const;

/** Every request for a correction of a file, the newest first, with before and after of each item. */
export function correctionsPage(
  file: ApplicationFile,
  rules: RuleSet,
  rounds: readonly CorrectionRound[],
  stage: CorrectionStage,
  sent: { readonly typed: RawForm; readonly refusal: Refusal } | null = null,
) {
  return (context: PageContext): CorrectionsPage => {
    const { t } = context;
    const back = `${fileRooms[stage]}/${file.head.id}`;
    const title = t('review.corrections.title');
    const names = namesOf(file, rules, context);
    return {
      title,
      breadcrumbs: [
        {
          label: t(`review.${stage}.title`),
          href: stage === 'division' ? '/division' : '/office/screening',
        },
        { label: file.head.merchantName, href: back },
        { label: title, href: null },
      ],
      back: { href: back },
      send: { href: `${back}/corrections` },
      summary: {
        errors: sent
          ? [
              {
                name: sent.refusal.field ?? 'send',
                text: t(sent.refusal.code, sent.refusal.variables),
              },
            ]
          : [],
      },
      rounds: rounds.toReversed().map((round) => {
        const drawn = drawRound(round, names, context);
        return {
          ...drawn,
          mayReply: drawn.open && round.stage === stage,
          items: drawn.items.map((item) => {
            const name = `say.${item.item}`;
            return { ...item, name, typed: typedTexts(sent?.typed ?? {}, name)[0] ?? '' };
          }),
        };
      }),
    };
  };
}

/** What an office typed about items; which of them are listed is decided where it is kept. */
export function readItemTexts(raw: RawForm): ItemTexts {
  return Object.fromEntries(
    Object.keys(raw)
      .filter((name) => name.startsWith('say.'))
      .map((name) => [name.slice('say.'.length), typedTexts(raw, name)[0] ?? '']),
  );
}

/** A request as it was sent: items are what was ticked, and what something was written about. */
export function readCorrection(sent: Submitted<CorrectionForm>): {
  readonly form: Submitted<CorrectionForm>;
  readonly items: readonly string[];
  readonly texts: ItemTexts;
} {
  const texts = readItemTexts(sent.typed);
  const written = Object.keys(texts).filter((item) => texts[item]!.trim() !== '');
  const items = [...typedTexts(sent.typed, 'items'), ...written];
  const none = { field: 'items', code: 'review.correction.itemsMissing', variables: {} };
  const errors = items.length ? sent.errors : [none, ...sent.errors];
  return { form: new Submitted(sent.form, sent.typed, sent.value, errors), items, texts };
}

function namesOf(file: ApplicationFile, rules: RuleSet, context: PageContext): ItemNames {
  const texts = figureTexts(file, rules, context);
  const category = categoryRules(rules, file.head.categoryCode);
  const needed = neededFigures(category, rules.ratings, file.snapshot.shops ?? []);
  return {
    lists: rowLists(category, needed),
    label: (item) => correctableLabel(item, category, texts),
    figure: (key, value) => figureText(key, value, texts),
    href: () => null,
  };
}
