import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { formatDay } from '../../../text/format.js';
import type { ProgressLine } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { type SeatLine, seatLines } from '../../rounds/pages/seat-lines.js';
import type { SeatProgress } from '../../rounds/round-progress.queries.js';
import { FLAG_TEXTS } from '../../rounds/pages/round-texts.js';
import type { RoundResult } from '../../rounds/spread.queries.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import type { ChairedRound, MinuteRow, TimeVoice } from '../chair.queries.js';
import type { MinuteForm } from './chair.form.js';
import { type MinuteModel, minutesModel } from './minutes.model.js';
import { type RevealData, type RevealLine, revealLines } from './reveal-lines.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/chair': ChairPage;
  }
}

/** Procedure alone: no score of anybody stands here, before the lock or after it. */
export interface ChairPage extends PageFrame {
  readonly action: string;
  readonly closesOn: string;
  readonly summary: ErrorSummary;
  readonly progress: ProgressLine;
  readonly seats: readonly SeatLine[];
  /** Who says that the time is too short, by seat; null while nobody does. */
  readonly tooShort: string | null;
  /** Null while a sheet is unsigned, for nothing is compared before. */
  readonly flags: {
    readonly lines: readonly { readonly label: string; readonly text: string }[];
  } | null;
  /** Who was heard and can be shown in the hall; null where the rules show nothing there. */
  readonly reveals: { readonly lines: readonly RevealLine[] } | null;
  readonly minutes: readonly MinuteModel[];
  /** Null where the round is not open. */
  readonly form: { readonly kind: FieldRadios; readonly text: FieldTextarea } | null;
}

export interface ChairData {
  readonly round: ChairedRound & { readonly blind: number };
  readonly seats: readonly SeatProgress[];
  readonly voices: readonly TimeVoice[];
  readonly results: readonly RoundResult[] | null;
  readonly minutes: readonly MinuteRow[];
  /** Null for a round in which nobody is heard. */
  readonly reveal: RevealData | null;
}

export function chairPage(data: ChairData, form: Submitted<MinuteForm>) {
  return (context: PageContext): ChairPage => {
    const { t, lang } = context;
    const { round, seats, voices, results } = data;
    const total = (key: 'signed' | 'total') => seats.reduce((sum, seat) => sum + seat[key], 0);
    const drawn = context.draw(form);
    const said = voices.filter(({ claimed }) => claimed);
    const category = categoryName(round, context);
    const round_ = t(`judging.round.title.${round.kind}`, { category });
    return {
      title: t('judging.chair.title', { round: round_ }),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.chair.short'), href: null },
      ],
      action: `judging/chair/${round.roundId}`,
      closesOn: round.closesOn,
      summary: drawn.summary,
      progress: {
        label: t('judging.round.progress'),
        done: total('signed'),
        total: total('total'),
        note: null,
      },
      seats: seatLines(seats, context),
      tooShort: said.length
        ? t('judging.chair.tooShort', {
            said: said.length,
            judges: voices.length,
            seats: said.map(({ number }) => number).join(t('navigation.listComma')),
            day: formatDay(lang, round.closesOn),
          })
        : null,
      flags: results && {
        lines: results.flatMap(({ flag, judgingNumber, merchantName }) => {
          if (!flag) return [];
          const number = judgingNumber ?? '';
          return {
            label: round.blind
              ? t('judging.sheet.numbered', { number })
              : t('judging.round.application', { number, name: merchantName }),
            text: t(FLAG_TEXTS[flag]),
          };
        }),
      },
      reveals: revealLines(data.reveal, context),
      minutes: minutesModel(data.minutes, null, context),
      form: roundIn.open.has(round.state)
        ? { kind: drawn.radios('kind', undefined, true), text: drawn.textarea('text') }
        : null,
    };
  };
}
