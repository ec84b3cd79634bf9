import type { CategoryRow, ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { ChosenGroup } from '../../../rules/delivery/chosen-group.js';
import { formatInstant } from '../../../text/format.js';
import type { SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { inEdition } from '../../../web/in-edition.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { Addressee, LetterLog, LetterRow } from '../letters/group-letter.queries.js';
import type { LetterForm } from './letters.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/letters': LettersPage;
    'applications-office/letter-preview': LetterPreviewPage;
    'applications-office/letter': OfficeLetterPage;
    'applications/office-letter': ReceivedLetterPage;
  }
}

export interface LettersPage extends PageFrame {
  readonly open: boolean;
  readonly summary: ErrorSummary;
  /** Null where only one runs; then it is sent along unseen. */
  readonly edition: FieldSelect | null;
  readonly programmeId: string;
  readonly stage: FieldRadios;
  readonly category: FieldSelect;
  readonly divisionCode: FieldSelect;
  readonly subject: FieldText;
  readonly body: FieldTextarea;
  readonly sent: readonly {
    readonly href: string;
    readonly subject: string;
    readonly text: string;
  }[];
}

export interface LetterPreviewPage extends PageFrame {
  readonly facts: SummaryList;
  readonly subject: string;
  readonly body: string;
  readonly names: readonly string[];
  readonly more: number;
  readonly unreached: readonly string[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly sendable: boolean;
}

export interface OfficeLetterPage extends PageFrame {
  readonly facts: SummaryList;
  readonly body: string;
}

export interface ReceivedLetterPage extends PageFrame {
  readonly time: string;
  readonly body: string;
}

/** The edition that a letter belongs to. */
interface Addressed {
  readonly programme: ProgrammeRow;
  readonly categories: readonly CategoryRow[];
}

/** As many as somebody reads through before they press. */
const NAMES = 20;

export function lettersPage(
  rows: {
    readonly categories: readonly CategoryRow[];
    readonly letters: readonly LetterRow[];
    /** What runs. */
    readonly programmes: readonly ProgrammeRow[];
  },
  form: Submitted<LetterForm>,
) {
  return (context: PageContext): LettersPage => {
    const { t, lang } = context;
    const drawn = context.draw(form);
    const { programmes } = rows;
    // One line for each code: the newest edition's.
    const options = rows.categories
      .filter(({ code }, at, all) => all.findIndex((one) => one.code === code) === at)
      .map((one) => ({ value: one.code, label: lang === 'en' ? one.nameEn : one.nameZh }));
    const nameOf = (id: string) => programmes.find((one) => one.id === id)?.name ?? '';
    const several = programmes.length > 1;
    const { value: programmeId, ...edition } = drawn.text('programmeId');
    const everything = t('applications.letters.all');
    const { value: chosen, ...category } = drawn.text('category');
    return {
      ...frame(context, t('applications.letters.title')),
      open: programmes.length > 0,
      summary: drawn.summary,
      edition: several
        ? {
            ...edition,
            required: true,
            placeholder: t('forms.pleaseChoose'),
            options: programmes.map(({ id, name }) => ({
              value: id,
              label: name,
              selected: id === programmeId,
            })),
          }
        : null,
      programmeId,
      stage: drawn.radios('stage'),
      category: {
        ...category,
        placeholder: everything,
        options: options.map((one) => ({ ...one, selected: one.value === chosen })),
      },
      divisionCode: { ...drawn.select('divisionCode'), placeholder: everything },
      subject: drawn.text('subject', 'full'),
      body: drawn.textarea('body'),
      sent: rows.letters.map((letter) => ({
        href: `/office/letters/${letter.id}`,
        subject: letter.subject,
        text: inEdition(
          t('applications.letters.line', {
            time: formatInstant(lang, letter.sentAt),
            person: letter.sentBy ?? '',
            count: letter.merchants,
          }),
          { edition: several ? nameOf(letter.programmeId) : null },
        ),
      })),
    };
  };
}

export function letterPreviewPage(
  letter: Addressed & { readonly chosen: ChosenGroup; readonly all: readonly Addressee[] },
  { value }: Submitted<LetterForm>,
) {
  return (context: PageContext): LetterPreviewPage => {
    const { t } = context;
    const { programme, chosen, all } = letter;
    const reached = all.filter(({ people }) => people > 0);
    const people = reached.reduce((sum, one) => sum + one.people, 0);
    const fields = {
      programmeId: programme.id,
      ...chosen,
      subject: value.subject,
      body: value.body,
    };
    const hidden = Object.entries({ ...fields, merchants: String(reached.length) });
    return {
      ...frame(context, t('applications.letters.preview'), true),
      facts: {
        rows: [
          ...groupRows(chosen, letter, context),
          row(
            t('applications.letters.count'),
            t('applications.letters.count.text', { merchants: reached.length, people }),
          ),
        ],
      },
      subject: value.subject,
      body: value.body,
      names: reached.slice(0, NAMES).map(({ name }) => name),
      more: Math.max(0, reached.length - NAMES),
      unreached: all.filter((one) => one.people === 0).map(({ name }) => name),
      hidden: hidden.map(([name, one]) => ({ name, value: one ?? '' })),
      sendable: reached.length > 0,
    };
  };
}

export function officeLetterPage(
  sent: Addressed & { readonly letter: LetterRow; readonly log: LetterLog },
) {
  return (context: PageContext): OfficeLetterPage => {
    const { t, lang } = context;
    const { letter, log } = sent;
    return {
      ...frame(context, letter.subject, true),
      facts: {
        rows: [
          ...groupRows(letter.chosen, sent, context),
          row(t('applications.letters.sentAt'), formatInstant(lang, letter.sentAt)),
          row(t('applications.letters.sentBy'), letter.sentBy ?? ''),
          row(t('applications.letters.merchants'), String(letter.merchants)),
          row(t('applications.letters.read'), t('applications.letters.read.text', { ...log })),
          row(t('applications.letters.log'), t('applications.letters.log.text', { ...log })),
        ],
      },
      body: letter.body,
    };
  };
}

export function receivedLetterPage(letter: LetterRow) {
  return ({ t, lang }: PageContext): ReceivedLetterPage => ({
    title: letter.subject,
    breadcrumbs: [
      { label: t('notifications.title'), href: '/messages' },
      { label: letter.subject, href: null },
    ],
    time: formatInstant(lang, letter.sentAt),
    body: letter.body,
  });
}

function groupRows(
  chosen: ChosenGroup,
  { programme, categories }: Addressed,
  { t, lang }: PageContext,
) {
  const category = categories.find(({ code }) => code === chosen.category);
  const name = category && (lang === 'en' ? category.nameEn : category.nameZh);
  const all = t('applications.letters.all');
  const division = chosen.divisionCode ? t(`division.${chosen.divisionCode}`) : all;
  return [
    row(t('lists.edition'), programme.name),
    row(t('applications.letters.stage'), t(`applications.letters.stage.${chosen.stage}`)),
    row(t('applications.letters.category'), name ?? all),
    row(t('applications.letters.division'), division),
  ];
}

function row(term: string, value: string) {
  return { term, value, action: null };
}

function frame({ t }: PageContext, title: string, below = false) {
  const letters = { label: t('applications.letters.title'), href: '/office/letters' };
  return {
    title,
    breadcrumbs: [
      { label: t('navigation.office'), href: '/office' },
      ...(below ? [letters] : []),
      { label: title, href: null },
    ],
  };
}
