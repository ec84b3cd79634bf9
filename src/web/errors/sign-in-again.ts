import type { FastifyRequest } from 'fastify';
import type { FieldText } from '../field-models.js';
import { typedTexts } from '../forms/parse-value.js';
import { mostOfOne } from '../http/texts.js';
import type { FormDraft } from '../kept/form-draft.js';
import type { PageContext } from '../page-context.js';
import type { PageFrame } from '../views/page.js';
import { whereToGoOn } from './where-to-go-on.js';

declare module '../views/page.js' {
  interface PageModels {
    'web/sign-in-again': SignInAgainPage;
  }
}

export interface SignInAgainPage extends PageFrame {
  readonly mobile: FieldText;
  readonly password: FieldText;
  readonly next: string;
  /** The form that was sent, as the sign-in page carries it along. */
  readonly draft: string;
}

/** What was sent without a session; null when nobody typed anything into it, or far too much. */
export function draftOf(request: FastifyRequest): FormDraft | null {
  const { form, leftBehind, method } = request;
  const typed = Object.keys(form).some(
    (name) => name !== '_csrf' && typedTexts(form, name).some((text) => text.trim() !== ''),
  );
  if (method !== 'POST' || !(typed || leftBehind.length > 0)) return null;
  const action = request.url.split('?')[0]!;
  const fields = Object.fromEntries(
    Object.entries(form).filter(([name]) => !/password/i.test(name)),
  );
  const draft = { action, page: whereToGoOn(request), fields, files: leftBehind };
  return JSON.stringify(draft).length < mostOfOne ? draft : null;
}

export function signInAgainPage(draft: FormDraft) {
  return ({ t }: PageContext): SignInAgainPage => {
    const field = (name: string, type: FieldText['type'], autocomplete: string): FieldText => ({
      name,
      type,
      autocomplete,
      label: t(`accounts.${name}`),
      hint: null,
      error: null,
      required: true,
      value: '',
      maxLength: null,
      width: 'medium',
    });
    return {
      title: t('web.draft.signIn'),
      breadcrumbs: [],
      mobile: field('mobile', 'tel', 'username'),
      password: field('password', 'password', 'current-password'),
      next: draft.page,
      draft: JSON.stringify(draft),
    };
  };
}
