import { Injectable } from '@nestjs/common';
import { oneTimePassword } from '../../../accounts/one-time-password.js';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { CheckpointSigner } from '../../../journal/checkpoint-signer.js';
import { Journal } from '../../../journal/journal.js';
import { Category } from '../../../programmes/category.entity.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import type { Round } from '../../../programmes/round.entity.js';
import {
  type HallDay,
  hallDayHash,
  hallSealText,
  resultSeed,
  sealHallDay,
} from '../../../rules/hall/hall-day.js';
import { publicKeyOf } from '../../../rules/provenance/ed25519.js';
import { conflict } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { HallQueries } from '../hall.queries.js';
import { takeHall } from '../take-hall.js';
import { HallFile } from './hall-file.entity.js';
import { HallFileQueries } from './hall-file.queries.js';

/**
 * Makes the file from which a laptop leads the day without a network. What signs the result follows
 * from a code that is told once and kept nowhere: here stays the public half.
 */
@Injectable()
export class MakeHallFile {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly hall: HallQueries,
    private readonly files: HallFileQueries,
    private readonly signer: CheckpointSigner,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    roundId: string,
  ): Promise<{ readonly id: string; readonly code: string }> {
    actingRole(actor, ['CityRegistrar']);
    return this.database.transaction(async () => {
      const round = await takeHall(this.database, roundId);
      const { programmeId } = round;
      const actorRole = actingRole(actor, ['CityRegistrar'], programmeId);
      const id = newId();
      const code = oneTimePassword();
      const resultKey = publicKeyOf(resultSeed(code, id));
      const day = await this.day(round, { id, resultKey });
      const hash = hallDayHash(day);
      const seal = {
        key: this.signer.publicKey,
        signature: this.signer.signText(hallSealText(hash)),
      };
      const number = (await this.files.ofRound(roundId)).length + 1;
      await this.database.repo(HallFile).insert({
        id,
        roundId,
        number,
        content: `${JSON.stringify(sealHallDay(day, seal))}\n`,
        hash,
        resultKey,
        madeBy: actor.accountId,
        madeAt: day.madeAt,
        resultHash: null,
        takenBy: null,
        takenAt: null,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.makeHallFile',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { number, hallFile: hash, heard: day.turns.length, resultKey },
      });
      return { id, code };
    });
  }

  private async day(
    { id: roundId, programmeId, categoryId }: Round,
    own: Pick<HallDay, 'id' | 'resultKey'>,
  ): Promise<HallDay> {
    const order = await this.hall.order(roundId);
    if (!order?.record) throw conflict('hall.file.noOrder');
    const { record } = order;
    const programme = await this.database.repo(Programme).findOneByOrFail({ id: programmeId });
    const category = await this.database.repo(Category).findOneByOrFail({ id: categoryId });
    const { rules } = await this.programmes.rules(programmeId);
    const { id, slug, name, year, dataYear } = programme;
    return {
      ...own,
      madeAt: this.clock.now(),
      roundId,
      programme: { id, slug, name, year, dataYear },
      category: { code: category.code, zh: category.nameZh, en: category.nameEn },
      rules,
      order: record,
      turns: (await this.hall.turns(roundId)).map((turn) => ({
        place: turn.place,
        label: record.order[turn.place - 1]!.label,
        merchant: turn.merchantName,
        receipt: turn.receiptNumber,
      })),
      keepers: await this.files.keepers(programmeId),
    };
  }
}
