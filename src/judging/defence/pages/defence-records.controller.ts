import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { defenceDayOf } from '../../../rules/hall/defence-day.js';
import { hallReading } from '../../../rules/hall/hall-reading.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { HallQueries } from '../../hall/hall.queries.js';
import { RoundQueries } from '../../rounds/round.queries.js';
import { DefenceRecordQueries } from '../defence-record.queries.js';
import { RecordDefence } from '../record-defence.js';
import { DefenceRecordForm } from './defence-record.form.js';
import { defenceRecordPage, defenceRecordsPage, listPath } from './defence-records.page.js';

@Controller('office/rounds/:id/defence-records')
export class DefenceRecordsController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly records: DefenceRecordQueries,
    private readonly hall: HallQueries,
    private readonly recordDefence: RecordDefence,
  ) {}

  @Get()
  @Access('office.read')
  async list(@Param('id') id: string) {
    const { heard, ...of } = await this.load(id);
    return page('judging/defence-records', defenceRecordsPage(of, heard));
  }

  @Get(':applicationId')
  @Access('office.read')
  async show(@Param('id') id: string, @Param('applicationId') applicationId: string) {
    return this.page(id, applicationId);
  }

  @Post(':applicationId')
  @Access('defence.record')
  async create(
    @Me() me: Actor,
    @Param('id') roundId: string,
    @Param('applicationId') applicationId: string,
    @Form(DefenceRecordForm) form: Submitted<DefenceRecordForm>,
  ) {
    const outcome = await form.attempt(({ attended, ...value }) =>
      this.recordDefence.run(
        me,
        { roundId, applicationId },
        { ...value, attended: attended === 'yes' },
      ),
    );
    if (!outcome.done) return this.page(roundId, applicationId, outcome.form);
    return redirect(listPath({ id: roundId }), `judging.defence.done.${outcome.result}`);
  }

  /** A record that waits stands in the fields, and before it what the hall says: whoever agrees sends it as it is. */
  private async page(id: string, applicationId: string, sent?: Submitted<DefenceRecordForm>) {
    const { heard, ...of } = await this.load(id);
    const merchant = heard.find((one) => one.applicationId === applicationId);
    if (!merchant) throw missing();
    const { record } = merchant;
    const turn = (await this.hall.turns(id)).find((one) => one.applicationId === applicationId);
    const { rules } = await this.programmes.rules(of.round.programmeId);
    const reading = turn ? hallReading(turn, defenceDayOf(rules).minutes) : null;
    const noted = reading && {
      ...reading,
      contradiction: false,
      remark: reading.attended ? null : turn!.note,
    };
    const shown = record ?? noted;
    const known = shown && {
      attended: shown.attended ? 'yes' : 'no',
      overtimeSeconds: String(shown.overtimeSeconds ?? ''),
      contradiction: shown.contradiction ? 'on' : '',
      remark: shown.remark ?? '',
    };
    const form = sent ?? unsentForm(DefenceRecordForm, known ?? {});
    return page(
      'judging/defence-record',
      defenceRecordPage(of, { ...merchant, reading, laptop: !!turn?.hallFileId }, form),
      sent ? 422 : 200,
    );
  }

  private async load(id: string) {
    const { programmeId } = await this.rounds.byId(id);
    const heard = await this.records.ofRound(id);
    if (heard.length === 0) throw missing();
    const [rounds, categories] = await Promise.all([
      this.programmes.rounds(programmeId),
      this.programmes.categories(programmeId),
    ]);
    const round = rounds.find((one) => one.id === id)!;
    return { round, heard, category: categories.find((one) => one.id === round.categoryId)! };
  }
}
