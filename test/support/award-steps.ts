import { Account } from '../../src/accounts/account.entity.js';
import { GrantDuty, type NewDuty } from '../../src/accounts/grant-duty.js';
import { ApproveList } from '../../src/awards/lists/approve-list.js';
import { ClosePublicity } from '../../src/awards/lists/close-publicity.js';
import { ConcludeDeliberation } from '../../src/awards/lists/conclude-deliberation.js';
import { FileStatement } from '../../src/awards/lists/file-statement.js';
import { NoticeDraft } from '../../src/awards/notices/notice-draft.entity.js';
import type { NoticeInput } from '../../src/awards/notices/notice-shapes.js';
import { PostNotice } from '../../src/awards/notices/post-notice.js';
import { PrepareNotice } from '../../src/awards/notices/prepare-notice.js';
import { ComputeStandings } from '../../src/awards/standings/compute-standings.js';
import { ConfirmStandings } from '../../src/awards/standings/confirm-standings.js';
import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { WitnessLock } from '../../src/awards/standings/witness-lock.js';
import type { Config, Environment } from '../../src/config/config.js';
import { CONFIG } from '../../src/config/config.module.js';
import { Sealer } from '../../src/database/sealed.js';
import { newId } from '../../src/database/new-id.js';
import { RunCalculations } from '../../src/jobs/run-calculations.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { twoPlaces } from './analysed-category.js';
import { type TestEntry, clearChecks, makeScoredCategory } from './award.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import { TestApp } from './test-app.js';

const roles = {
  first: 'Tabulator',
  second: 'Tabulator',
  supervisor: 'Supervisor',
  registrar: 'CityRegistrar',
  approver: 'Approver',
  publisher: 'Publisher',
  publisherTwo: 'Publisher',
} as const;
type People = Readonly<Record<keyof typeof roles, Actor>>;

const meeting = '评审委员会会议应到七人，实到七人，一致同意。';
export const documentNumber = '衢商务〔2026〕5号';

/** An award of one category whose steps are taken by calling the use cases, one after the other. */
export class AwardSteps {
  private constructor(
    readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly entries: readonly TestEntry[],
    readonly people: People,
  ) {}

  /** Everything is signed and nothing computed; of three applications two have a place. */
  static async open(
    shares: readonly (number | readonly number[])[] = [0.9, 0.7, 0.5],
    rules: RuleSet = onlyG(twoPlaces),
    environment: Environment = {},
  ): Promise<AwardSteps> {
    const app = await TestApp.start(environment);
    app.clock.moveTo('2026-06-01T02:00:00.000Z');
    // What a lock sets going in the background would write between the cases.
    app.app.get(RunCalculations).wake = () => undefined;
    await loadWorkingDays(app);
    const programme = await makeProgramme(app, 'ScoresLocked', rules);
    const entries = await makeScoredCategory(app, programme, rules, 'G', shares);
    const people: Partial<Record<keyof typeof roles, Actor>> = {};
    for (const [name, role] of Object.entries(roles)) {
      people[name as keyof typeof roles] = await appointed(app, role);
    }
    return new AwardSteps(app, programme, entries, people as People);
  }

  get id(): string {
    return this.programme.id;
  }

  get categoryId(): string {
    return this.programme.categoryIds.G!;
  }

  async compute(actor = this.people.first, spreadNote: string | null = null): Promise<string> {
    const input = { categoryId: this.categoryId, spreadNote };
    return (await this.app.app.get(ComputeStandings).run(actor, input)).lockId;
  }

  async confirm(lockId: string, actor = this.people.second, hash?: string): Promise<void> {
    const { inputHash } = await this.app.database
      .repo(StandingLock)
      .findOneByOrFail({ id: lockId });
    await this.app.app.get(ConfirmStandings).run(actor, { lockId, hash: hash ?? inputHash });
  }

  witness(lockId: string, actor = this.people.supervisor): Promise<void> {
    return this.app.app.get(WitnessLock).run(actor, { lockId });
  }

  /** Computed, confirmed and witnessed. */
  async lock(spreadNote: string | null = null): Promise<string> {
    const lockId = await this.compute(this.people.first, spreadNote);
    await this.confirm(lockId);
    await this.witness(lockId);
    return lockId;
  }

  async clear(checkPoint: 'K2' | 'K3'): Promise<void> {
    const ids = this.entries.map(({ applicationId }) => applicationId);
    await clearChecks(this.app, twoPlaces, ids, checkPoint);
  }

  async deliberate(
    over: { minutes?: string; cutLineRead?: boolean } = {},
    actor = this.people.registrar,
  ): Promise<string> {
    const input = { programmeId: this.id, minutes: meeting, cutLineRead: true, ...over };
    return (await this.app.app.get(ConcludeDeliberation).run(actor, input)).listId;
  }

  /** @returns the id of the draft */
  async prepare(over: Partial<NoticeInput>, actor = this.people.publisher): Promise<string> {
    const input = {
      programmeId: this.id,
      kind: 'publicity',
      title: '2026年示范网商名单',
      documentNumber: null,
      workingDays: null,
      lastDay: null,
      discipline: '测试纪检组',
      disciplineTelephone: '0570-0000001',
      reason: null,
      basisText: null,
      ...over,
    } as const;
    return (await this.app.app.get(PrepareNotice).run(actor, input)).draftId;
  }

  /** @returns the id of the notice */
  async post(draftId: string, actor = this.people.publisherTwo, hash?: string): Promise<string> {
    const draft = await this.app.database.repo(NoticeDraft).findOneBy({ id: draftId });
    const input = { draftId, hash: hash ?? draft?.hash ?? '' };
    return (await this.app.app.get(PostNotice).run(actor, input)).noticeId;
  }

  /** From the open scores to the public notice of 1 June 2026, which ends on 8 June. */
  async toPublicity(): Promise<string> {
    await this.lock();
    await this.clear('K2');
    await this.deliberate();
    return this.post(await this.prepare({}));
  }

  close(actor = this.people.registrar): Promise<void> {
    return this.app.app.get(ClosePublicity).run(actor, { programmeId: this.id });
  }

  state(statement = '全程监督，未发现问题。', actor = this.people.supervisor): Promise<void> {
    return this.app.app.get(FileStatement).run(actor, { programmeId: this.id, statement });
  }

  async approve(minutes = meeting, actor = this.people.approver): Promise<string> {
    return (await this.app.app.get(ApproveList).run(actor, { programmeId: this.id, minutes }))
      .listId;
  }

  /** From the public notice to the approved list of 9 June. */
  async toApproval(): Promise<string> {
    this.app.clock.moveTo('2026-06-09T02:00:00.000Z');
    await this.close();
    await this.state();
    await this.clear('K3');
    return this.approve();
  }

  async publish(): Promise<string> {
    return this.post(await this.prepare({ kind: 'publication', documentNumber }));
  }
}

/** Somebody with an account, so that messages and names have a person; nobody signs in. */
export async function appointed(
  app: TestApp,
  role: Role,
  over: Partial<NewDuty> = {},
): Promise<Actor> {
  const actor = acting(role, { merchantId: over.merchantId ?? null });
  const accountId = actor.accountId;
  await app.database.repo(Account).insert({
    id: accountId,
    kind: actor.kind,
    mobileLookup: newId(),
    mobileSealed: new Sealer(app.app.get<Config>(CONFIG).secret).seal(newId()),
    personName: role,
    passwordHash: '',
    email: null,
    mustChangePassword: false,
    privacyNoticeHash: null,
    consentVersion: null,
    createdAt: app.clock.now(),
    disabledAt: null,
    version: 1,
  });
  const by = { accountId, role: 'SystemAdmin' };
  await app.app.get(GrantDuty).run(by, { accountId, role, ...over });
  return actor;
}

/** The same person with a further duty. */
export function also(actor: Actor, role: Role): Actor {
  return { ...actor, duties: [...actor.duties, ...acting(role).duties] };
}

function onlyG(rules: RuleSet): RuleSet {
  return { ...rules, categories: rules.categories.filter(({ code }) => code === 'G') };
}
