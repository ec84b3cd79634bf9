import type { CategoryRow, RoundRow } from '../../../../programmes/programme.queries.js';
import { beijingDate } from '../../../../rules/calendar/beijing-time.js';
import type { HallLine } from '../../../../rules/hall/hall-result.js';
import { roundIn } from '../../../../rules/lifecycle/round-groups.js';
import { beijingTimeOfDay } from '../../../../text/beijing-time-of-day.js';
import { formatInstant, formatMonthDay } from '../../../../text/format.js';
import type { StatusTag, TableNumbers } from '../../../../web/component-models.js';
import type { ErrorSummary, FieldFile, FieldTextarea } from '../../../../web/field-models.js';
import type { Submitted } from '../../../../web/forms/submitted.js';
import type { PageContext } from '../../../../web/page-context.js';
import type { PageFrame } from '../../../../web/views/page.js';
import { categoryName } from '../../../sheets/pages/judging-home.page.js';
import { hallPath, laptopPath } from '../../hall-path.js';
import type { HallFileRow } from '../hall-file.queries.js';
import type { TakeOverPlan } from '../plan-take-over.js';
import type { ResultForm, TakeOverForm } from './hall-laptop.form.js';

declare module '../../../../web/views/page.js' {
  interface PageModels {
    'judging/hall-laptop': HallLaptopPage;
  }
}

export interface HallLaptopData {
  readonly round: RoundRow;
  readonly category: CategoryRow;
  readonly files: readonly HallFileRow[];
  readonly drawn: boolean;
  /** The code of the file that was just made; shown on this answer and never again. */
  readonly made: { readonly id: string; readonly code: string } | null;
  readonly plan: TakeOverPlan | null;
  readonly result: Submitted<ResultForm>;
  readonly taking: Submitted<TakeOverForm>;
}

export interface HallLaptopPage extends PageFrame {
  readonly base: string;
  readonly lead: string;
  readonly summary: ErrorSummary;
  readonly made: { readonly code: string; readonly href: string } | null;
  readonly mayMake: boolean;
  /** What is typed on the laptop; it reads the same in each language. */
  readonly command: string;
  readonly files: readonly {
    readonly label: string;
    readonly by: string;
    readonly href: string;
    readonly status: StatusTag;
  }[];
  readonly upload: FieldFile | null;
  /** Reading a result is what comes next here. */
  readonly readsNext: boolean;
  readonly plan: {
    readonly title: string;
    readonly problems: readonly string[];
    readonly passedOver: string;
    readonly lines: TableNumbers | null;
    /** Null where something keeps it from being taken over. */
    readonly confirm: { readonly hash: string; readonly reason: FieldTextarea } | null;
  } | null;
}

export function hallLaptopPage(data: HallLaptopData) {
  return (context: PageContext): HallLaptopPage => {
    const { t } = context;
    const { round, category, files, drawn, made, plan } = data;
    const base = laptopPath(round.id);
    const title = t('hall.laptop');
    const open = roundIn.open.has(round.state);
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        {
          label: t('hall.title', { category: categoryName(category, context) }),
          href: hallPath(round.id),
        },
        { label: title, href: null },
      ],
      base: base.slice(1),
      lead: t(drawn ? 'hall.laptop.lead' : 'hall.file.noOrder'),
      summary: {
        errors: [data.result, data.taking].flatMap((form) => context.draw(form).summary.errors),
      },
      made: made && { code: made.code, href: fileHref(base, made.id) },
      mayMake: drawn && !roundIn.locked.has(round.state),
      command: `npm run hall -- hall-${files[0]?.number ?? 1}.json`,
      files: files.map((file) => fileLine(base, file, context)),
      upload: open && files.length ? fileField(data.result, context) : null,
      readsNext: made === null && (plan === null || plan.problems.length > 0),
      plan: plan && planModel(plan, data.taking, context),
    };
  };
}

function planModel(plan: TakeOverPlan, taking: Submitted<TakeOverForm>, context: PageContext) {
  const { t } = context;
  const { problems, lines, turns, file } = plan;
  const places = new Set(turns.map(({ place }) => place));
  const left = lines.filter(({ place }) => !places.has(place)).length;
  return {
    title: t('hall.laptop.preview', { count: lines.length }),
    problems: problems.map(({ key, variables }) => t(key, variables)),
    passedOver: left && file ? t('hall.laptop.passedOver', { count: left }) : '',
    lines: lines.length && file ? lineTable(plan, context) : null,
    confirm: problems.length
      ? null
      : { hash: plan.hash, reason: context.draw(taking).textarea('reason') },
  };
}

function lineTable({ lines, file }: TakeOverPlan, context: PageContext): TableNumbers {
  const { t } = context;
  const columns = ['row', 'at', 'turn', 'act', 'by', 'word'] as const;
  const { turns, keepers } = file!.day;
  return {
    id: 'lines',
    caption: t('hall.laptop.lines'),
    columns: columns.map((key) => ({
      label: t(`hall.laptop.column.${key}`),
      unit: null,
      numeric: key === 'row',
    })),
    rows: lines.map((line) => {
      const turn = turns.find(({ place }) => place === line.place);
      const { place } = line;
      const texts = {
        row: String(line.number),
        at: timeText(line.at, context),
        turn: t('hall.turn.title', { place, merchant: turn?.merchant ?? '' }),
        act: actText(line, context),
        by: keepers.find(({ id }) => id === line.by)?.name ?? '',
        word: wordText(line),
      };
      return {
        cutLine: false,
        cells: columns.map((key) => ({ text: texts[key], href: null, numeric: key === 'row' })),
      };
    }),
    totals: null,
  };
}

function timeText(at: string, { lang }: PageContext): string {
  return `${formatMonthDay(lang, beijingDate(at))} ${beijingTimeOfDay(at)}`;
}

function actText({ kind, came }: HallLine, { t }: PageContext): string {
  if (kind !== 'attendance') return t(`hall.clock.do.${kind}`);
  const text = t(`hall.attendance.is.${came?.attendance ?? 'absent'}`);
  return came?.again ? t('hall.attendance.again', { text }) : text;
}

function wordText({ reason, came }: HallLine): string {
  return [came?.speaker, came?.note, reason].filter(Boolean).join(' · ');
}

function fileLine(base: string, file: HallFileRow, { t, lang }: PageContext) {
  const { number, madeName, madeAt, takenName, takenAt } = file;
  const taken = takenAt !== null;
  return {
    label: t('hall.laptop.number', { number }),
    by: t('judging.defence.by', { name: madeName ?? '', time: formatInstant(lang, madeAt) }),
    href: fileHref(base, file.id),
    status: taken
      ? ({ label: t('hall.laptop.is.taken', { name: takenName ?? '' }), tone: 'good' } as const)
      : ({ label: t('hall.laptop.is.out'), tone: 'neutral' } as const),
  };
}

function fileHref(base: string, id: string): string {
  return `${base}/files/${id}`;
}

function fileField(form: Submitted<ResultForm>, { t }: PageContext): FieldFile {
  const error = form.errors.find(({ field }) => field === 'file');
  return {
    name: 'file',
    label: t('hall.laptop.file'),
    hint: t('hall.laptop.file.hint'),
    error: error ? t(error.code, error.variables) : null,
    required: true,
    accept: '.json',
    multiple: false,
    files: [],
  };
}
