import { LocksInSource, orderFaults, unheldWrites } from './locks-in-source.js';
import { projectFiles } from './project-files.js';

/** What is held before a row is changed (docs/decisions/0026): the row itself, or what stands for it. */
const GUARDS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Account'],
  Duty: ['Account'],
  Merchant: ['Merchant'],
  MerchantVersion: ['Merchant'],
  AnnualReturn: ['Merchant'],
  RelatedMerchant: ['Merchant'],
  Shop: ['Merchant'],
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
  Recommendation: ['Application'],
  ReexaminationRequest: ['Application'],
  ScoreAdjustment: ['Application'],
  Screening: ['Application'],
  ScreeningStatement: ['Application'],
  UploadReceipt: ['Application'],
  VetoCheck: ['Application'],
  AwardList: ['Programme'],
  Ballot: ['Category'],
  Hold: ['Programme'],
  Notice: ['Programme'],
  NoticeDraft: ['Programme'],
  Objection: ['Programme'],
  ReReview: ['Programme'],
  Standing: ['Category'],
  StandingLock: ['Category'],
  Title: ['Title'],
  Document: ['Document'],
  Assignment: ['Round'],
  ConflictDeclaration: ['ConflictDeclaration', 'Seat'],
  Draw: ['Draw'],
  Expert: ['Expert'],
  ScoreSheet: ['share Round'],
  Seat: ['Seat', 'Category'],
  ChainHead: ['ChainHead'],
  CitySetting: ['ChainHead'],
  WorkingDayYear: ['ChainHead'],
};

/** Rows that only one act changes, or that are only ever added. */
const ALONE: Readonly<Record<string, string>> = {
  AccessLog: 'is added to, and emptied by age',
  CalculationJob: 'is taken by its one runner; a request adds it or finds it by a unique rule',
  JournalEntry: 'is added to, under the head of the chain',
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

describe('the table', () => {
  it('names every entity once', () => {
    const entities = projectFiles('src', '.entity.ts').flatMap(({ text }) =>
      [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => name!),
    );
    const named = [...Object.keys(GUARDS), ...Object.keys(ALONE)];
    expect(named.toSorted()).toEqual(entities.toSorted());
  });
});
