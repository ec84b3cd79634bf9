import type { ErrorSummary, FieldCheckboxes, FieldText } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { PasswordForm, RegisterForm } from './register.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'accounts/register': RegisterPage;
    'accounts/password': PasswordPage;
  }
}

export interface RegisterPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly mobile: FieldText;
  readonly personName: FieldText;
  readonly password: FieldText;
  readonly consent: FieldCheckboxes;
}

export interface PasswordPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly current: FieldText;
  readonly next: FieldText;
  readonly forced: boolean;
}

export function registerPage(form: Submitted<RegisterForm>) {
  return (context: PageContext): RegisterPage => {
    const drawn = context.draw(form);
    return {
      title: context.t('accounts.register.title'),
      breadcrumbs: [],
      summary: drawn.summary,
      mobile: drawn.text('mobile'),
      personName: drawn.text('personName'),
      password: drawn.text('password'),
      consent: drawn.flag('consent'),
    };
  };
}

export function passwordPage(form: Submitted<PasswordForm>) {
  return (context: PageContext): PasswordPage => {
    const drawn = context.draw(form);
    return {
      title: context.t('accounts.password.title'),
      breadcrumbs: [],
      summary: drawn.summary,
      current: drawn.text('current'),
      next: drawn.text('next'),
      forced: context.actor?.mustChangePassword ?? false,
    };
  };
}
