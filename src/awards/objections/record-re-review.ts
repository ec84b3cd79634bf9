import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Figure, type Verdict } from '../../applications/figure.entity.js';
import { decide } from '../../applications/office/verification/decided-value.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Expert } from '../../judging/experts/expert.entity.js';
import { JudgeSheets } from '../../judging/sheets/judge-sheets.js';
import { Notify } from '../../notifications/notify.js';
import { Category } from '../../programmes/category.entity.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import { checkScore } from '../../rules/scoring/judge-sheet.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, refusePair } from '../../web/acting-role.js';
import { type CorrectedFigure, type CorrectedScore, ReReview } from './re-review.entity.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { lockObjection } from './lock-objection.js';

export interface ReReviewInput {
  readonly objectionId: string;
  readonly opinion: string;
  readonly figure: string | null;
  readonly verdict: Verdict | null;
  readonly value: string | null;
  readonly indicator: string | null;
  /** What each of the named experts gave, in hundredths and in their order; null where nothing was typed. */
  readonly points: readonly (number | null)[];
}

const kinds = ['material', 'defence'] as const;

/**
 * A22: the opinion of the other experts, and the figure or score that it corrects. May be
 * added to until the next lock has counted it; the standings change only with that lock.
 */
@Injectable()
export class RecordReReview {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: JudgeSheets,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: ReReviewInput): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const objection = await lockObjection(this.database, input.objectionId);
      const { applicationId, reReviewers } = objection;
      if (!applicationId || !reReviewers) throw missing();
      const application = await this.database
        .repo(Application)
        .findOneByOrFail({ id: applicationId });
      actingRole(actor, [actorRole], application.programmeId);
      const reviews = this.database.repo(ReReview);
      const known = await reviews.findOneBy({ objectionId: objection.id });
      if (!applicationIn.inReview.has(application.state) || known?.lockId) {
        throw overtaken('awards.reReview.over', 'application', application.state);
      }
      await this.refuseOwnDecision(objection.id, objection.decidedBy, reReviewers);
      const figure = input.figure ? await this.correctFigure(actor, applicationId, input) : null;
      const score = input.indicator
        ? await this.correctScore(application, { ...input, points: named(input, reReviewers) })
        : null;
      const review =
        known ?? Object.assign(new ReReview(), { id: newId(), figures: [], scores: [] });
      Object.assign(review, {
        objectionId: objection.id,
        applicationId,
        opinion: input.opinion,
        figures: withFigure(review.figures, figure),
        scores: withScore(review.scores, score),
        recordedBy: actor.accountId,
        recordedAt: this.clock.now(),
      });
      await reviews.save(review);
      const { figures, scores } = review;
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'objection.reReview',
        subjectType: 'objection',
        subjectId: objection.id,
        programmeId: application.programmeId,
        details: {
          experts: reReviewers,
          figures: figures.map(({ key }) => key),
          indicators: scores.map(({ indicator }) => indicator),
          hash: hashOf({ opinion: input.opinion, figures, scores }),
        },
      });
      await this.notify.role('Tabulator', {
        kind: 'objection.reReviewed',
        variables: { receipt: objection.receiptNumber },
        path: `/office/standings/${application.categoryId}`,
      });
    });
  }

  /** Asked at the decision already; an account may have come to be an expert's since. */
  private async refuseOwnDecision(
    objection: string,
    decidedBy: string | null,
    reReviewers: readonly string[],
  ): Promise<void> {
    const experts = await this.database.repo(Expert).findBy({ accountId: decidedBy ?? '' });
    const own = experts
      .filter(({ id }) => reReviewers.includes(id))
      .map(() => ({ name: 'Approver', objection }) as const);
    refusePair(own, { name: 'ObjectionReviewExpert', objection });
  }

  private async correctFigure(
    actor: Actor,
    applicationId: string,
    { figure: key, verdict, value, opinion }: ReReviewInput,
  ): Promise<CorrectedFigure> {
    const figures = this.database.repo(Figure);
    const figure = await figures.findOneBy({ applicationId, key: key ?? '' });
    if (!figure) throw new Refusal('forms.choose', {}, 'figure');
    const typed = { key: figure.key, version: figure.version, value: value ?? '', reason: opinion };
    try {
      const { verified } = decide({ ...typed, verdict: verdict ?? '' }, figure.claimed);
      const before = figure.verified;
      const decided = { verified, verdict, reason: opinion, verifierId: actor.accountId };
      await figures.save(Object.assign(figure, decided, { verifiedAt: this.clock.now() }));
      return { key: figure.key, before, after: verified };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const field = error.field?.startsWith('verdict.') ? 'verdict' : 'value';
      throw new Refusal(error.code, error.variables, field);
    }
  }

  /** The median: no single expert moves it alone. */
  private async correctScore(
    { id, categoryId, programmeId }: Application,
    { indicator: code, points, opinion }: ReReviewInput,
  ): Promise<CorrectedScore> {
    const category = await this.database.repo(Category).findOneByOrFail({ id: categoryId });
    const { rules } = await this.programmes.rules(programmeId);
    const sheet = kinds
      .map((kind) => roundSheet(rules, category.code, kind))
      .find((one) => one?.indicators.some((indicator) => indicator.code === code));
    const indicator = sheet?.indicators.find((one) => one.code === code);
    if (!sheet || !indicator) throw new Refusal('forms.choose', {}, 'indicator');
    const given = points.map((one, at) =>
      allowed(indicator, one, { field: `expert${at + 1}`, opinion, rule: rules.comment }),
    );
    const own = (await this.sheets.load(categoryId)).get(id) ?? [];
    return {
      sheet: sheet.code,
      indicator: indicator.code,
      before: Object.fromEntries(
        own
          .filter((one) => one.sheet === sheet.code)
          .map(({ seat, scores }) => [seat, scores[indicator.code] ?? 0]),
      ),
      given,
      after: median(given),
    };
  }
}

/** One place of the form for each expert who was named. */
function named({ points }: ReReviewInput, experts: readonly string[]): readonly (number | null)[] {
  return experts.map((_, index) => points[index] ?? null);
}

/** The middle one, or the mean of the middle two, which half points keep whole in hundredths. */
function median(points: readonly number[]): number {
  const sorted = points.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return (sorted[Math.floor(at)]! + sorted[Math.ceil(at)]!) / 2;
}

function allowed(
  indicator: Indicator,
  points: number | null,
  {
    field,
    opinion,
    rule,
  }: { field: string; opinion: string; rule: Parameters<typeof checkScore>[2] },
): number {
  if (points === null) throw new Refusal('forms.required', {}, field);
  const [problem] = checkScore(indicator, { points, comment: opinion }, rule);
  if (problem) throw new Refusal(problem.key, problem.variables, field);
  return points;
}

/** A figure corrected twice keeps the value that the panel had seen. */
function withFigure(known: readonly CorrectedFigure[], one: CorrectedFigure | null) {
  if (!one) return [...known];
  const first = known.find(({ key }) => key === one.key);
  const before = first ? first.before : one.before;
  return [...known.filter(({ key }) => key !== one.key), { ...one, before }];
}

function withScore(known: readonly CorrectedScore[], one: CorrectedScore | null) {
  if (!one) return [...known];
  return [...known.filter(({ indicator }) => indicator !== one.indicator), one];
}
