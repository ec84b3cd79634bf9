import type { ReReviewerProgress } from '../../../judging/re-reviews/re-review-sheet.queries.js';
import type { Reminder } from '../../../judging/re-reviews/re-review-sheet.queries.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { GROUND_NUMBERS } from '../../../rules/rounds/conflict-grounds.js';
import { remindAgainAt } from '../../../rules/reminders/cooldown.js';
import { formatInstant } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { PanelRow } from '../re-review.queries.js';
import type { FieldSelect, FieldTextarea } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';

type Drawn = ReturnType<PageContext['draw']>;

export interface ExcuseFields {
  readonly sheet: FieldSelect;
  readonly reason: FieldTextarea;
}

export interface VoidFields {
  readonly sheet: FieldSelect;
  readonly ground: FieldSelect;
  readonly facts: FieldTextarea;
}

/** Only who has not signed; null when nobody is left to wait for. */
export function excuseFields(
  drawn: Drawn,
  progress: readonly ReReviewerProgress[],
  t: PageContext['t'],
): ExcuseFields | null {
  const options = named(progress, sheetIn.open, t);
  if (options.length === 0) return null;
  return { sheet: drawn.select('sheetId', options), reason: drawn.textarea('reason') };
}

/** Only who has signed, and is not waiting for a decision already. */
export function voidFields(
  drawn: Drawn,
  progress: readonly ReReviewerProgress[],
  t: PageContext['t'],
): VoidFields | null {
  const options = named(
    progress.filter(({ proposed }) => proposed === 0),
    sheetIn.signed,
    t,
  );
  if (options.length === 0) return null;
  return {
    sheet: drawn.select('signedSheetId', options),
    ground: drawn.select('ground', grounds(t)),
    facts: drawn.textarea('facts'),
  };
}

/** When and whom the last reminder told, and whether another may be sent. */
export interface ReminderModel {
  readonly may: boolean;
  readonly text: string | null;
}

export function reminderModel(
  last: Reminder | null,
  progress: readonly ReReviewerProgress[],
  { t, lang, now }: PageContext,
): ReminderModel {
  const again = remindAgainAt(last?.at ?? null, now, 'judges');
  const waits = progress.some(({ state }) => sheetIn.open.has(state));
  const names = progress.filter(({ number }) => last?.experts.includes(number));
  const text =
    last &&
    t('judging.round.remindedAt', {
      at: formatInstant(lang, last.at),
      names: names.map(({ name }) => name).join(t('navigation.listComma')),
      later: again === null ? 'no' : 'yes',
      again: again === null ? '' : formatInstant(lang, again),
    });
  return { may: waits && again === null, text };
}

function grounds(t: PageContext['t']) {
  return GROUND_NUMBERS.map((value) => {
    const number = t(`judging.ground.${value}.number`);
    const text = t(`judging.ground.${value}`);
    return { value, label: t('judging.ground.option', { number, text }) };
  });
}

function named(
  progress: readonly ReReviewerProgress[],
  states: { has(state: ReReviewerProgress['state']): boolean },
  t: PageContext['t'],
) {
  return progress
    .filter(({ state }) => states.has(state))
    .map(({ sheetId, number, name }) => ({
      value: sheetId,
      label: t('awards.reReview.expertNamed', { number, name }),
    }));
}

/** One expert as the office sees it: how far, and since when; never what was given. */
export interface ExpertLine {
  readonly label: string;
  readonly name: string;
  readonly status: StatusTag | null;
  readonly note: string;
}

export function expertLine(
  one: ReReviewerProgress,
  panel: Pick<PanelRow, 'onPaper'>,
  { t, lang }: PageContext,
): ExpertLine {
  const stage = one.proposed > 0 ? 'proposed' : stageOf(one, panel.onPaper === 1);
  const tones = {
    proposed: 'attention',
    declare: 'attention',
    score: 'active',
    paper: 'attention',
    signed: 'good',
    gone: 'bad',
  } as const;
  return {
    label: t('awards.reReview.expert', { number: one.number }),
    name: one.name,
    status: { label: t(`awards.reReview.stage.${stage}`), tone: tones[stage] },
    note: one.signedAt ? formatInstant(lang, one.signedAt) : (one.voidReason ?? ''),
  };
}

function stageOf({ state, declaredAt }: ReReviewerProgress, onPaper: boolean) {
  if (sheetIn.voided.has(state)) return 'gone';
  if (sheetIn.signed.has(state)) return 'signed';
  if (onPaper) return 'paper';
  return declaredAt === null ? 'declare' : 'score';
}
