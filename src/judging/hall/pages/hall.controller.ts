import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.module.js';
import { Sealer } from '../../../database/sealed.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { attendanceProblems } from '../../../rules/hall/attendance.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { RoundQueries } from '../../rounds/round.queries.js';
import { CommitOrder } from '../commit-order.js';
import { DecideLateTimes } from '../decide-late-times.js';
import { DrawOrder } from '../draw-order.js';
import { EnterLateTimes } from '../enter-late-times.js';
import { hallPath, turnPath } from '../hall-path.js';
import { DefenceRecordQueries } from '../../defence/defence-record.queries.js';
import { HallQueries, type TurnRow } from '../hall.queries.js';
import { RecordAttendance } from '../record-attendance.js';
import { WitnessOrder } from '../witness-order.js';
import { WorkClock } from '../work-clock.js';
import { hallPrintPage } from './hall-print.page.js';
import {
  AttendanceForm,
  ClockForm,
  LateDecisionForm,
  LateTimesForm,
  OrderWitnessForm,
} from './hall.form.js';
import type { HallData } from './hall-data.js';
import { hallPage, hallTurnPage } from './hall.page.js';
import { placeOf } from './place-of.js';
import { checkedLateTimes, readLateTimes } from './read-late-times.js';

type Forms = HallData['forms'];

/** The day of a round's defence, from the draw of its order to the last speaker. */
@Controller('office/rounds/:id/defence')
export class HallController {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly queries: HallQueries,
    private readonly records: DefenceRecordQueries,
    private readonly commitOrder: CommitOrder,
    private readonly witnessOrder: WitnessOrder,
    private readonly drawOrder: DrawOrder,
    private readonly recordAttendance: RecordAttendance,
    private readonly workClock: WorkClock,
    private readonly enterLateTimes: EnterLateTimes,
    private readonly decideLateTimes: DecideLateTimes,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  @Get()
  @Access('office.read')
  show(@Param('id') id: string) {
    return this.page(id);
  }

  /** 答辩顺序表 for the hall, with a line for who came. */
  @Get('print')
  @Access('office.read')
  async print(@Param('id') id: string) {
    const data = await this.load(id);
    if (!data.order?.record) throw missing();
    return page('judging/hall-print', hallPrintPage(data));
  }

  @Post('commitment')
  @Access('panel.seat')
  async commit(@Me() me: Actor, @Param('id') id: string) {
    await this.commitOrder.run(me, id);
    return redirect(hallPath(id), 'hall.done.committed');
  }

  @Post('witness')
  @Access('witness')
  async witness(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(OrderWitnessForm) form: Submitted<OrderWitnessForm>,
  ) {
    const outcome = await form.attempt((value) => this.witnessOrder.run(me, id, value));
    if (!outcome.done) return this.page(id, { witness: outcome.form });
    return redirect(hallPath(id), 'hall.done.witnessed');
  }

  @Post('order')
  @Access('panel.seat')
  async draw(@Me() me: Actor, @Param('id') id: string) {
    await this.drawOrder.run(me, id);
    return redirect(hallPath(id), 'hall.done.drawn');
  }

  @Get('turns/:place')
  @Access('defence.record')
  turn(@Param('id') id: string, @Param('place') place: string) {
    return this.turnPage(id, place);
  }

  @Post('turns/:place/attendance')
  @Access('defence.record')
  async attend(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('place') place: string,
    @Form(AttendanceForm) form: Submitted<AttendanceForm>,
  ) {
    const checked = form.ok
      ? form.with(
          ...attendanceProblems(form.value).map(({ key, ...rest }) => ({ ...rest, code: key })),
        )
      : form;
    const outcome = await checked.attempt((value) =>
      this.recordAttendance.run(me, { roundId: id, place: placeOf(place) }, value),
    );
    if (!outcome.done) return this.turnPage(id, place, { attendance: outcome.form });
    return redirect(hallPath(id), 'hall.done.attendance');
  }

  @Post('turns/:place/late-times')
  @Access('defence.record')
  async late(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('place') place: string,
    @Form(LateTimesForm) form: Submitted<LateTimesForm>,
  ) {
    const outcome = await checkedLateTimes(form, this.clock.now()).attempt((value) =>
      this.enterLateTimes.run(
        me,
        { roundId: id, place: placeOf(place) },
        { ...readLateTimes(value), reason: value.reason },
      ),
    );
    if (!outcome.done) return this.turnPage(id, place, { late: outcome.form });
    return redirect(turnPath(id, placeOf(place)), 'hall.late.done');
  }

  @Post('turns/:place/late-times/:number')
  @Access('defence.record')
  async decideLate(
    @Me() me: Actor,
    @Param() { id, place, number }: { id: string; place: string; number: string },
    @Form(LateDecisionForm) form: Submitted<LateDecisionForm>,
  ) {
    const where = { roundId: id, place: placeOf(place), number: placeOf(number) };
    const outcome = await form.attempt(({ decision }) =>
      this.decideLateTimes.run(me, where, decision === 'accept'),
    );
    if (!outcome.done) return this.turnPage(id, place, {});
    return redirect(turnPath(id, where.place), `hall.late.done.${form.value.decision}`);
  }

  @Post('turns/:place/clock')
  @Access('defence.record')
  async work(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('place') place: string,
    @Form(ClockForm) form: Submitted<ClockForm>,
  ) {
    const outcome = await form.attempt((value) =>
      this.workClock.run(me, { roundId: id, place: placeOf(place) }, value),
    );
    if (!outcome.done) return this.page(id, { clock: outcome.form });
    return redirect(hallPath(id), `hall.done.clock.${form.value.kind}`);
  }

  private async page(id: string, sent: Partial<Forms> = {}) {
    const data = await this.load(id, sent);
    return page('judging/hall', hallPage(data), Object.keys(sent).length ? 422 : 200);
  }

  private async turnPage(
    id: string,
    place: string,
    sent?: Partial<Pick<Forms, 'attendance' | 'late'>>,
  ) {
    const data = await this.load(id);
    const turn = data.turns.find((one) => one.place === placeOf(place));
    if (!turn) throw missing();
    const attendance = unsentForm(AttendanceForm, this.stored(turn));
    const forms = { ...data.forms, attendance, ...sent };
    return page('judging/hall-turn', hallTurnPage({ ...data, forms }, turn), sent ? 422 : 200);
  }

  private stored({ attendance, speakerSealed, note }: TurnRow) {
    const speaker = speakerSealed === null ? '' : this.sealer.open(speakerSealed);
    return { attendance: attendance ?? '', speaker, note: note ?? '' };
  }

  private async load(id: string, sent: Partial<Forms> = {}): Promise<HallData> {
    const { programmeId, kind } = await this.rounds.byId(id);
    if (kind !== 'defence') throw missing();
    const [round, programme, categories, { rules }, order, turns, heard] = await Promise.all([
      this.rounds.row(id),
      this.programmes.byId(programmeId),
      this.programmes.categories(programmeId),
      this.programmes.rules(programmeId),
      this.queries.order(id),
      this.queries.turns(id),
      this.records.ofRound(id),
    ]);
    const category = categories.find((one) => one.id === round.categoryId)!;
    const forms = {
      witness: unsentForm(OrderWitnessForm),
      attendance: unsentForm(AttendanceForm),
      clock: unsentForm(ClockForm),
      late: unsentForm(LateTimesForm, { day: beijingDate(this.clock.now()) }),
      ...sent,
    };
    const recorded = heard.length > 0;
    return { round, category, programmeSlug: programme.slug, rules, order, turns, recorded, forms };
  }
}
