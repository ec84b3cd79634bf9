import { type Addition, AddToObjection } from '../../src/awards/objections/add-to-objection.js';
import { AskObjectionCode } from '../../src/awards/objections/ask-objection-code.js';
import { followHash } from '../../src/awards/objections/follow-code.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import type { Config } from '../../src/config/config.js';
import { CONFIG } from '../../src/config/config.module.js';
import { Sealer } from '../../src/database/sealed.js';
import { Delivery } from '../../src/notifications/delivery.entity.js';
import { AwardSteps } from './award-steps.js';
import { ObjectionSteps } from './objection-steps.js';
import { PostOffice } from './post-office.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

export const FOLLOW = 'ABCDEFGHJK';
export const MOBILE = '13812345678';

/** Objections whose codes are known, with a provider of text messages. */
export class OwnObjections {
  private constructor(
    readonly post: PostOffice,
    readonly award: AwardSteps,
    readonly steps: ObjectionSteps,
  ) {}

  static async open(): Promise<OwnObjections> {
    const post = await PostOffice.open();
    const award = await AwardSteps.open(undefined, undefined, post.environment);
    return new OwnObjections(post, award, new ObjectionSteps(award, await award.toPublicity()));
  }

  get app(): TestApp {
    return this.award.app;
  }

  use<T>(token: new (...given: never[]) => T): T {
    return this.app.app.get(token);
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.post.close();
  }

  async file(over: Parameters<ObjectionSteps['object']>[0] = {}, code = FOLLOW) {
    const id = await this.steps.object({ telephone: MOBILE, ...over });
    const objections = this.app.database.repo(Objection);
    await objections.update({ id }, { followHash: followHash(code) });
    const { receiptNumber } = await objections.findOneByOrFail({ id });
    return { id, receiptNumber };
  }

  add(receiptNumber: string, over: Partial<Addition> = {}): Promise<void> {
    const own = { receiptNumber, code: FOLLOW, note: '平台订单截图。', evidence: null };
    return this.app.app.get(AddToObjection).run({ ...own, ...over });
  }

  /** Asks for digits and reads them where they wait to be sent. */
  async digits(mobile = MOBILE): Promise<{ id: string; code: string }> {
    const id = await this.app.app.get(AskObjectionCode).run({ mobile });
    return { id, code: await this.waiting(mobile) };
  }

  /** The digits that were queued last for a number. */
  async waiting(mobile: string): Promise<string> {
    const sealer = new Sealer(this.app.app.get<Config>(CONFIG).secret);
    const rows = await this.app.database
      .repo(Delivery)
      .find({ where: { template: 'code.objection' }, order: { createdAt: 'ASC', id: 'ASC' } });
    // What has left the house or was dropped is no longer kept.
    const letters = rows.flatMap(({ sealed }) =>
      sealed === null
        ? []
        : [JSON.parse(sealer.open(sealed)) as { address: string; variables: { code: string } }],
    );
    return letters.findLast(({ address }) => address === mobile)!.variables.code;
  }

  /** A browser that has opened an objection by its code, or tried to. */
  async follow(receiptNumber: string, code: string): Promise<Visitor> {
    const visitor = await this.app.visitor().get('/objections/follow');
    return visitor.submit('/objections/follow', { receiptNumber, code });
  }
}
