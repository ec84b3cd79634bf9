import { LockOrder } from '../support/lock-order.js';
import { LocksInSource, orderFaults, unheldWrites } from './locks-in-source.js';
import { projectFiles } from './project-files.js';

/** What is held before a row is changed (docs/decisions/0026): the row itself, or what stands for it. */
const GUARDS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Account'],
  Duty: ['Account'],
  Merchant: ['Merchant'],
  MerchantMerge: ['Merchant'],
  MerchantVersion: ['Merchant'],
  AnnualReturn: ['Merchant'],
  RelatedMerchant: ['Merchant'],
  Shop: ['Merchant'],
  Practice: ['Merchant'],
  Programme: ['Programme'],
  Category: ['Programme', 'Category'],
  ExtensionOrder: ['Programme'],
  LegalBasis: ['Programme'],
  RuleVersion: ['Programme'],
  StepRecord: ['Programme'],
  Round: ['Round'],
  Application: ['Application', 'Programme'],
  CorrectionRequest: ['Application'],
  Declaration: ['Application'],
  EvidenceLink: ['Application'],
  Figure: ['Application', 'Programme'],
  Recommendation: ['Application', 'Programme'],
  Submission: ['Application'],
  CorrectionMessage: ['Application'],
  Ranking: ['Programme'],
  CityTakeover: ['Application'],
  ReexaminationRequest: ['Application'],
  ScoreAdjustment: ['Application'],
  Screening: ['Application'],
  ScreeningStatement: ['Application'],
  UploadReceipt: ['Application'],
  VetoCheck: ['Application'],
  WindowEntry: ['WindowEntry', 'Account'],
  AwardList: ['Programme'],
  Ballot: ['Category'],
  Hold: ['Programme'],
  Notice: ['Programme'],
  NoticeDraft: ['Programme'],
  ReservedNumber: ['ChainHead'],
  Objection: ['Programme'],
  ObjectionAddition: ['Programme'],
  ReReview: ['Programme'],
  ReReviewPanel: ['Programme'],
  ReReviewSheet: ['Programme', 'ReReviewSheet'],
  Standing: ['Category'],
  StandingLock: ['Category'],
  StandingUnlock: ['Category'],
  Title: ['Title'],
  TitleChange: ['Merchant'],
  TitleReview: ['Title'],
  TitleRevocation: ['Title'],
  TitleWarning: ['Title'],
  Document: ['Document'],
  Assignment: ['Round'],
  ConflictDeclaration: ['ConflictDeclaration', 'Seat'],
  Draw: ['Draw'],
  Expert: ['Expert'],
  Delivery: ['ChainHead', 'Delivery'],
  OneTimeCode: ['OneTimeCode'],
  GroupLetter: ['Programme'],
  Removal: ['Programme'],
  AnchorDossier: ['Programme'],
  AnchorSheet: ['AnchorSheet', 'ChainHead'],
  ScoreSheet: ['share Round'],
  RepeatSheet: ['share Round'],
  RepeatFile: ['Round'],
  SheetMark: ['ScoreSheet', 'Round'],
  EvidencePin: ['ScoreSheet', 'Round'],
  DeclarationDraft: ['Seat', 'Round'],
  PanelMinute: ['Round'],
  TimeClaim: ['Round'],
  DefenceOrder: ['Round'],
  DefenceTurn: ['Round'],
  ClockAct: ['Round'],
  ScoreReveal: ['Round'],
  LateClockEntry: ['Round'],
  HallFile: ['Round'],
  SpreadFinding: ['Round'],
  PaperSheet: ['Round'],
  PaperKeying: ['Round'],
  Seat: ['Seat', 'Category'],
  ChainHead: ['ChainHead'],
  Checkpoint: ['ChainHead'],
  CitySetting: ['ChainHead'],
  LogCheckpoint: ['ChainHead'],
  LogNode: ['ChainHead'],
  LogWitness: ['ChainHead'],
  LogCosignature: ['LogWitness'],
  WorkingDayYear: ['ChainHead'],
};

/** Rows that only one act changes, or that are only ever added. */
const ALONE: Readonly<Record<string, string>> = {
  AccessLog: 'is added to, and emptied by age',
  CalculationJob: 'is taken by its one runner; a request adds it or finds it by a unique rule',
  JournalEntry: 'is added to, under the head of the chain',
  LogBlind: 'is filled by its migration and never changed',
  KeptForm: 'is its own person’s; each save writes it whole',
  Message: 'is added, and marked as read by its reader',
  Park: 'is reference data',
  PilotSite: 'is reference data',
  Session: 'is its own browser’s; every end of one is a deletion',
  SignalNote: 'is only added',
};

/** Steps of other acts, which hold what is written; what they are part of is checked with them. */
const PARTS: Readonly<Record<string, string>> = {
  GrantDuty: 'its callers hold the account or have just made it',
  MoveApplication: 'its callers hold or share the programme',
};

const sources = projectFiles('src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
const acts = new LocksInSource(sources).acts().filter(({ name }) => !(name in PARTS));

const found = (faults: (act: (typeof acts)[number]) => string[]) =>
  Object.fromEntries(
    acts.flatMap((act) => {
      const list = faults(act);
      return list.length ? [[act.name, list]] : [];
    }),
  );

describe('an act', () => {
  it('holds what it changes before it changes it', () => {
    expect(acts.length).toBeGreaterThan(100);
    expect(found(({ steps }) => unheldWrites(steps, GUARDS))).toEqual({});
  });

  it('takes its locks in the one order', () => {
    expect(found(({ steps }) => orderFaults(steps))).toEqual({});
  });
});

/** What is done about a record that was merged meanwhile, other than to say so. */
const MERGED_RECORDS: Readonly<Record<string, string>> = {
  'src/merchants/lock-merchant.ts': 'says so',
  'src/merchants/admit-agent.ts': 'says so beside what was asked',
  'src/merchants/acceptance/accept-by-mobile.ts': 'leaves it, for nobody asked anything of it',
};

it('holds a merchant only while it is no pointer to another', () => {
  const held = sources.filter(({ text }) => /\.lock\(\s*Merchant\b/.test(text));
  expect(held.map(({ path }) => path).toSorted()).toEqual(Object.keys(MERGED_RECORDS).toSorted());
  expect(held.filter(({ text }) => !text.includes('mergedIntoId'))).toEqual([]);
});

describe('the table', () => {
  it('names every entity once', () => {
    const entities = projectFiles('src', '.entity.ts').flatMap(({ text }) =>
      [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => name!),
    );
    const named = [...Object.keys(GUARDS), ...Object.keys(ALONE)];
    expect(named.toSorted()).toEqual(entities.toSorted());
  });
});

describe('the search', () => {
  const read = (...texts: string[]) =>
    new LocksInSource(texts.map((text, at) => ({ path: `${at}.ts`, text }))).acts()[0]!.steps;
  const inside = (work: string) =>
    `class Act {
       constructor(private readonly move: Move) {}
       async run() { return this.database.transaction(async () => { ${work} }); }
       private async keep() { await this.database.repo(Shop).update(id, facts); }
     }`;
  const hold = 'await this.database.lock(Merchant, id);';
  const own = { Shop: ['Merchant'] };

  it.each([
    'await this.database.repo(Shop).update(id, facts);',
    'const shops = this.database.repo(Shop); await shops.save(shop);',
    'await this.database.execute("UPDATE shop SET name = ? WHERE id = ?", [name, id]);',
    'await this.keep();',
  ])('finds a write that nothing holds: %s', (write) => {
    expect(unheldWrites(read(inside(write)), own)).toEqual(['Shop in 0.ts']);
    expect(unheldWrites(read(inside(`${write} ${hold}`)), own)).toEqual(['Shop in 0.ts']);
    expect(unheldWrites(read(inside(`${hold} ${write}`)), own)).toEqual([]);
  });

  it('follows functions and other classes', () => {
    const helper = `export async function holdShop(database) { ${hold.replace('this.', '')} }`;
    const other = 'class Move { async run() { await this.database.repo(Shop).save(shop); } }';
    expect(unheldWrites(read(inside('await this.move.run();'), other), own)).toEqual([
      'Shop in 1.ts',
    ]);
    const held = inside('await holdShop(this.database, id); await this.move.run();');
    expect(unheldWrites(read(held, other, helper), own)).toEqual([]);
  });

  it('takes a shared row for a held one only where the table says so', () => {
    const steps = read(inside(`await this.database.share(Merchant, id); await this.keep();`));
    expect(unheldWrites(steps, own)).toEqual(['Shop in 0.ts']);
    expect(unheldWrites(steps, { Shop: ['share Merchant'] })).toEqual([]);
  });

  it('lets a new row and what hangs on it be', () => {
    const guards = { ...own, Merchant: ['Merchant'] };
    const insert = 'await this.database.repo(Merchant).insert(merchant);';
    expect(unheldWrites(read(inside(`${insert} await this.keep();`)), guards)).toEqual([]);
  });

  it.each([
    ['lock(Category, a)', 'lock(Programme, b)', 'Programme is held after Category'],
    ['lock(ChainHead, 1)', 'lock(Account, a)', 'Account is held after ChainHead'],
    ['lock(Expert, a)', 'lockAll(Round, ids)', 'Round is held after Expert'],
    ['share(Round, a)', 'lock(Round, a)', 'Round is shared and then locked'],
    ['lock(Account, a)', 'lock(Application, b)', 'Application is held without its Programme'],
    ['share(Programme, a)', 'lock(ChainHead, 1)', null],
    ['lock(Programme, a)', 'lock(Category, b)', null],
  ])('compares %s with %s', (first, then, fault) => {
    const steps = read(inside(`await this.database.${first}; await this.database.${then};`));
    if (fault === null) expect(orderFaults(steps)).toEqual([]);
    else expect(orderFaults(steps)).toContain(fault);
  });
});

describe('the watch over every test', () => {
  const order = (...taken: readonly (readonly [string, string, 'lock' | 'share'])[]) => {
    const one = new LockOrder();
    return taken.map((row) => one.take(...row)).at(-1);
  };

  it('knows one row from another', () => {
    expect(order(['Round', 'b', 'lock'], ['Round', 'a', 'lock'])).toBe('Round is held after Round');
    expect(order(['Round', 'a', 'lock'], ['Round', 'b', 'lock'])).toBeNull();
    expect(order(['Title', 'a', 'lock'], ['ChainHead', '1', 'lock'], ['Title', 'a', 'lock'])).toBe(
      null,
    );
  });

  it('lets whoever locks a programme alone take its applications in any order', () => {
    const bulk = [
      ['ChainHead', '1', 'lock'],
      ['Application', 'b', 'lock'],
      ['Application', 'a', 'lock'],
    ] as const;
    expect(order(['Programme', 'p', 'lock'], ...bulk)).toBeNull();
    expect(order(['Programme', 'p', 'share'], ...bulk)).not.toBeNull();
  });
});
