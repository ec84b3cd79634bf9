import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { earliestDrawDay } from '../../../rules/draw/earliest-draw-day.js';
import { RuleError } from '../../../rules/rule-error.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { page } from '../../../web/views/page.js';
import { CandidatePool } from '../candidate-pool.js';
import { DrawQueries, type DrawRow } from '../draw.queries.js';
import { UnstaffedFlags } from '../../rounds/unstaffed-flags.js';
import type { Situation } from './draw-next.js';
import { NextInLine } from '../next-in-line.js';
import { ExpertQueries } from '../../experts/expert.queries.js';
import { PanelQueries } from '../../panel/panel.queries.js';
import {
  type BeginDrawForm,
  DrawTermsForm,
  ExclusionForm,
  RevealForm,
  SignForm,
  VoidForm,
  WitnessForm,
  minimaText,
} from './draw.form.js';
import { type DrawForms, drawPage } from './draw.page.js';
import { drawsPage } from './draws.page.js';
import { drawIn } from '../../../rules/lifecycle/draw-states.js';

/** Gathers what the pages of draws show. */
@Injectable()
export class DrawPages {
  constructor(
    private readonly draws: DrawQueries,
    private readonly experts: ExpertQueries,
    private readonly pool: CandidatePool,
    private readonly panels: PanelQueries,
    private readonly nextInLine: NextInLine,
    private readonly programmes: ProgrammeQueries,
    private readonly workingDays: WorkingDays,
    private readonly unstaffed: UnstaffedFlags,
  ) {}

  async list(form: Submitted<BeginDrawForm>, status = 200) {
    const [draws, undrawn] = await Promise.all([this.draws.all(), this.draws.undrawn()]);
    return page('judging/draws', drawsPage(draws, undrawn, form), status);
  }

  /** @param refused the form that came back with an error; the answer is then 422 */
  async one(me: Actor, id: string, refused: Partial<DrawForms> = {}) {
    const draw = await this.draws.byId(id);
    const category = {
      id: draw.categoryId,
      programmeId: draw.programmeId,
      code: draw.categoryCode,
    };
    const [experts, pool, earliestDay, redrawNeeded] = await Promise.all([
      this.experts.all(),
      drawIn.preparing.has(draw.state) ? this.pool.load(category) : null,
      this.earliestDay(draw),
      this.redrawNeeded(draw),
    ]);
    const data = { draw, experts, pool, earliestDay, redrawNeeded };
    const status = Object.keys(refused).length ? 422 : 200;
    return page('judging/draw', drawPage(data, { ...formsOf(me, draw), ...refused }), status);
  }

  private async earliestDay({ programmeId, state }: DrawRow): Promise<string | null> {
    if (!drawIn.witnessed.has(state) && !drawIn.committed.has(state)) return null;
    const { calendar } = await this.programmes.byId(programmeId);
    const review = calendar.find(({ phase }) => phase === 'MaterialReview');
    if (!review) return null;
    try {
      return earliestDrawDay(await this.workingDays.calendar(), review.from);
    } catch (error) {
      // A year not yet loaded stops the reveal with its own sentence, not the page.
      if (error instanceof RuleError) return null;
      throw error;
    }
  }

  private async redrawNeeded(draw: DrawRow): Promise<Situation['redrawNeeded']> {
    const { id, state, programmeId, categoryId, record } = draw;
    if (!drawIn.drawn.has(state) || !record) return null;
    const seats = await this.panels.seatsOfCategory(categoryId);
    const members = seats.filter(({ alternate }) => alternate === 0);
    const next = await this.nextInLine.of(categoryId);
    if (next.draw?.id !== id) return null;
    if (members.length < record.terms.panelSize) return next.seat === null ? 'vacancy' : null;
    return (await this.unstaffed.of(programmeId, categoryId)) > 0 ? 'flag' : null;
  }
}

function formsOf(me: Actor, { terms, version, witnessedName }: DrawRow): DrawForms {
  return {
    terms: unsentForm(DrawTermsForm, {
      panelSize: terms.panelSize,
      alternates: terms.alternates,
      perDivision: terms.perDivision,
      fields: minimaText(terms.fields),
      version,
    }),
    exclusion: unsentForm(ExclusionForm),
    witness: unsentForm(WitnessForm),
    reveal: unsentForm(RevealForm, { present: [me.name, witnessedName ?? ''].join('\n') }),
    sign: unsentForm(SignForm),
    void: unsentForm(VoidForm),
  };
}
