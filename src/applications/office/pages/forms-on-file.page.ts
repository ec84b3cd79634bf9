import type {
  ErrorSummary,
  FieldFile,
  FieldRadios,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { Translate, PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { type FileModel, fileModel } from '../file/file.page.js';
import type { OpinionRow } from '../division/division.queries.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import type { OpinionForm, SignatureForm } from './review.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/opinion': OpinionPage;
    'applications-office/signature': SignaturePage;
  }
}

export interface FormPage extends PageFrame {
  readonly send: { readonly href: string };
  readonly back: { readonly href: string };
  readonly merchant: string;
  readonly summary: ErrorSummary;
}

export interface OpinionPage extends FormPage {
  /** The file beside which the opinion is written. */
  readonly file: FileModel;
  readonly latest: LatestOpinion | null;
  readonly version: number;
  readonly conclusion: FieldRadios;
  readonly opinion: FieldTextarea;
}

export interface SignaturePage extends FormPage {
  readonly latest: LatestOpinion;
  readonly changed: boolean;
  readonly version: number;
  readonly conclusion: FieldRadios;
  readonly declineReason: FieldTextarea;
  readonly seal: FieldFile;
}

interface LatestOpinion {
  readonly conclusion: string;
  readonly rank: number | null;
  readonly opinion: string;
  readonly reviewer: string;
}

export const room = { division: '/division/applications', screening: '/office/screening' } as const;

export function frame(
  file: ApplicationFile,
  stage: keyof typeof room,
  title: string,
  t: Translate,
) {
  const href = `${room[stage]}/${file.head.id}`;
  return {
    title: t(title),
    breadcrumbs: [
      { label: t(`review.${stage}.title`), href: stage === 'division' ? '/division' : room[stage] },
      { label: file.head.merchantName, href },
      { label: t(title), href: null },
    ],
    back: { href },
    merchant: file.head.merchantName,
  };
}

export function opinionPage(
  file: ApplicationFile,
  rules: RuleSet,
  stored: OpinionRow | null,
  form: Submitted<OpinionForm>,
  changed = false,
) {
  return (context: PageContext): OpinionPage => {
    const drawn = context.draw(form);
    const base = frame(file, 'division', 'review.opinion.title', context.t);
    return {
      ...base,
      file: fileModel(file, rules, context),
      send: { href: `${base.back.href}/opinion` },
      summary: drawn.summary,
      latest: changed && stored ? latest(stored, context.t) : null,
      version: stored?.version ?? 0,
      conclusion: drawn.radios('conclusion'),
      opinion: drawn.textarea('opinion'),
    };
  };
}

export function signaturePage(
  file: ApplicationFile,
  stored: OpinionRow,
  form: Submitted<SignatureForm>,
  changed = false,
) {
  return (context: PageContext): SignaturePage => {
    const { t } = context;
    const drawn = context.draw(form);
    const base = frame(file, 'division', 'review.signature.title', t);
    const sealError = form.errors.find((error) => error.field === 'seal');
    return {
      ...base,
      send: { href: `${base.back.href}/signature` },
      summary: drawn.summary,
      latest: latest(stored, t),
      changed,
      version: stored.version,
      conclusion: drawn.radios('conclusion'),
      declineReason: drawn.textarea('declineReason'),
      seal: {
        name: 'seal',
        label: t('review.signature.seal'),
        hint: t('review.signature.seal.hint'),
        error: sealError
          ? t(sealError.code, { ...sealError.variables, field: t('review.signature.seal') })
          : null,
        required: true,
        accept: '.pdf,.jpg,.jpeg,.png',
        multiple: false,
        files: [],
      },
    };
  };
}

function latest(stored: OpinionRow, t: Translate): LatestOpinion {
  return {
    conclusion: t(`review.conclusion.${stored.conclusion}`),
    rank: stored.rank,
    opinion: stored.opinion,
    reviewer: stored.reviewerName,
  };
}
