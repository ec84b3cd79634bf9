import type { ErrorSummary, FieldSelect, FieldTextarea } from '../../../web/field-models.js';
import { typedTexts, type RawForm } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { normaliseText } from '../../../rules/identifiers/normalise-text.js';
import {
  type ConflictAnswer,
  GROUND_NUMBERS,
  type GroundNumber,
  explanationProblem,
} from '../../../rules/rounds/conflict-grounds.js';
import type { Identity } from '../conflict-facts.js';
import type { OwnSeatRow } from '../../sheets/judging.queries.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/declaration': DeclarationPage;
  }
}

export interface DeclarationPage extends PageFrame {
  readonly action: string;
  readonly summary: ErrorSummary;
  readonly grounds: readonly { readonly number: string; readonly text: string }[];
  readonly applicants: readonly {
    readonly merchantName: string;
    readonly headName: string;
    readonly related: string | null;
    readonly hits: readonly string[];
    readonly ground: FieldSelect;
    readonly explanation: FieldTextarea;
  }[];
  readonly count: number;
}

/** Answers by application, and what is wrong with them by field. */
export function readDeclaration(
  identities: readonly Identity[],
  raw: RawForm,
): { answers: ReadonlyMap<string, ConflictAnswer>; errors: readonly FieldError[] } {
  const answers = new Map<string, ConflictAnswer>();
  const errors: FieldError[] = [];
  for (const { applicationId, token, hits, merchantName } of identities) {
    const text = typedTexts(raw, `ground-${token}`)[0] ?? '';
    const known = text === 'none' || (GROUND_NUMBERS as readonly string[]).includes(text);
    const variables = { name: merchantName };
    if (!known) {
      errors.push({ field: `ground-${token}`, code: 'judging.declaration.choose', variables });
      continue;
    }
    const explanation = normaliseText(typedTexts(raw, `explanation-${token}`)[0] ?? '') || null;
    const answer = { ground: text === 'none' ? null : (text as GroundNumber), explanation };
    const names = hits.map(({ hit }) => hit);
    const code = explanationProblem(answer, names);
    if (code) errors.push({ field: `explanation-${token}`, code, variables });
    answers.set(applicationId, answer);
  }
  return { answers, errors };
}

export function declarationPage(
  seat: OwnSeatRow,
  identities: readonly Identity[],
  raw: RawForm,
  errors: readonly FieldError[],
) {
  return (context: PageContext): DeclarationPage => {
    const { t } = context;
    const errorOf = (field: string) => {
      const error = errors.find((one) => one.field === field);
      return error ? t(error.code, error.variables) : null;
    };
    return {
      title: t('judging.declaration.title', { category: categoryName(seat, context) }),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.declaration.short'), href: null },
      ],
      action: `judging/seats/${seat.id}/declaration`,
      summary: {
        errors: errors.map(({ field, code, variables }) => ({
          name: field || 'form',
          text: t(code, variables),
        })),
      },
      grounds: GROUND_NUMBERS.map((number) => ({
        number: t(`judging.ground.${number}.number`),
        text: t(`judging.ground.${number}`),
      })),
      applicants: identities.map(({ token, merchantName, headName, related, hits }) => {
        const chosen = typedTexts(raw, `ground-${token}`)[0] ?? '';
        return {
          merchantName,
          headName,
          related: related.length ? related.join(t('navigation.listComma')) : null,
          hits: hits.map(({ messageKey, value }) => t(messageKey, { value: hitValue(value, t) })),
          ground: {
            name: `ground-${token}`,
            label: t('judging.declaration.answer'),
            hint: null,
            error: errorOf(`ground-${token}`),
            required: true,
            placeholder: t('forms.pleaseChoose'),
            options: ['none', ...GROUND_NUMBERS].map((value) => ({
              value,
              label: value === 'none' ? t('judging.declaration.none') : groundLabel(value, t),
              selected: value === chosen,
            })),
          },
          explanation: {
            name: `explanation-${token}`,
            label: t('judging.declaration.explanation'),
            hint: hits.length ? t('judging.declaration.explanation.hit') : null,
            error: errorOf(`explanation-${token}`),
            required: hits.length > 0,
            value: typedTexts(raw, `explanation-${token}`)[0] ?? '',
            rows: 2,
            maxLength: null,
          },
        };
      }),
      count: identities.length,
    };
  };
}

export function groundLabel(ground: string, t: PageContext['t']): string {
  return t('judging.ground.option', {
    number: t(`judging.ground.${ground}.number`),
    text: t(`judging.ground.${ground}`),
  });
}

export function groundOptions(t: PageContext['t']) {
  return GROUND_NUMBERS.map((value) => ({ value, label: groundLabel(value, t) }));
}

function hitValue(value: string, t: PageContext['t']): string {
  return /^\d{6}(-SBJ)?$/.test(value) ? t(`judging.division.${value}`) : value;
}
