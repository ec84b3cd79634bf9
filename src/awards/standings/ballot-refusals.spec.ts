import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps, also } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { Calculations } from '../../jobs/calculation-jobs.js';
import { CalculationJob } from '../../jobs/job.entity.js';
import { AnalyseStandings } from './analyse-standings.js';
import { AnalysisQueries } from './analysis.queries.js';
import { readVotes } from './pages/read-votes.js';
import { RecordBallot } from './record-ballot.js';
import { StandingQueries } from './standing.queries.js';
import { GatherInputs } from './gather-inputs.js';
import { type RankingTrial, TryRanking } from './try-ranking.js';

/** The two last are alike in everything, and one place is left for them. */
let award: AwardSteps;
let lockId: string;
beforeAll(async () => {
  award = await AwardSteps.open([0.9, 0.7, 0.7]);
});
afterAll(() => award.app.stop());

const app = () => award.app;
const ballot = (votes: Record<string, number>, over = {}, actor = award.people.registrar) =>
  award.app.app.get(RecordBallot).run(actor, {
    categoryId: award.categoryId,
    votes,
    minutes: '无记名投票',
    ...over,
  });
const votes = { '2026-G-0002': 4, '2026-G-0003': 3 };

describe('before the lock', () => {
  const analyse = (id: string) =>
    award.app.app.get(AnalyseStandings).run(award.people.supervisor, { lockId: id });
  refusalTable(app, [
    ['a ballot without standings', () => () => ballot(votes), missingIn('record-ballot')],
    [
      'a ballot of a category nobody has',
      () => () => ballot(votes, { categoryId: newId() }),
      missingIn('lock-standings'),
    ],
    [
      'the inputs of a category nobody has',
      () => () => award.app.app.get(GatherInputs).run(newId()),
      missingIn('gather-inputs'),
    ],
    [
      'the page of a category nobody has',
      () => () => award.app.app.get(StandingQueries).category(newId()),
      missingIn('standing.queries'),
    ],
    [
      'an analysis of standings nobody computed',
      () => () => analyse(newId()),
      missingIn('analyse-standings'),
    ],
    [
      'an analysis of standings nobody witnessed',
      async () => {
        const id = await award.compute();
        return () => analyse(id);
      },
      missingIn('analyse-standings'),
    ],
    [
      'a look at the analysis of standings nobody witnessed',
      async () => {
        await award.compute();
        return () => award.app.app.get(AnalysisQueries).of(award.categoryId);
      },
      missingIn('analysis.queries'),
    ],
  ]);
});

describe('a ballot', () => {
  beforeAll(async () => {
    lockId = await award.lock();
  });
  refusalTable(app, [
    [
      'recorded by a tabulator',
      () => () => ballot(votes, {}, award.people.first),
      missingIn('acting-role'),
    ],
    [
      'whose votes are no number',
      () => async () => readVotes({ 'vote.2026-G-0002': '4', 'vote.2026-G-0003': '三' }),
      { code: 'awards.ballot.number' },
    ],
    [
      'between others than those who share a place',
      () => () => ballot({ '2026-G-0001': 4, '2026-G-0002': 3 }),
      { code: 'awards.ballot.otherTie' },
    ],
    [
      'between some of those who share a place',
      () => () => ballot({ '2026-G-0002': 4 }),
      { code: 'awards.ballot.otherTie' },
    ],
    [
      'between those who share a place and another',
      () => () => ballot({ ...votes, '2026-G-0001': 1 }),
      { code: 'awards.ballot.otherTie' },
    ],
  ]);
});

describe('a trial of other rules', () => {
  const attempt = (over: Partial<RankingTrial> = {}, actor = award.people.approver) =>
    award.app.app.get(TryRanking).run(actor, {
      categoryId: award.categoryId,
      rule: 'mean',
      drop: 0,
      quota: 1,
      without: null,
      ...over,
    });
  const ratings = [{ judge: '1', entry: '2026-G-0001', points: 1 }];
  beforeAll(() =>
    award.app.database
      .repo(CalculationJob)
      .update(
        { kind: 'standings.analysis' },
        { state: 'done', result: JSON.stringify({ ratings }) },
      ),
  );
  refusalTable(app, [
    [
      'by a judge',
      () => () => attempt({}, also({ ...award.people.first, duties: [] }, 'Judge')),
      missingIn('acting-role'),
    ],
    [
      'by the approver of another programme',
      () => () => attempt({}, acting('Approver', { programmeId: newId() })),
      missingIn('acting-role'),
    ],
    [
      'before the analysis is there',
      async () => {
        await award.app.database
          .repo(CalculationJob)
          .update({ kind: 'standings.analysis' }, { result: null });
        return () => attempt();
      },
      missingIn('try-ranking'),
    ],
    [
      'without a seat nobody has',
      () => () => attempt({ without: '9' }),
      { code: 'awards.trial.unknownSeat', field: 'without', variables: { seat: '9' } },
    ],
    [
      'with more places than applications',
      () => () => attempt({ quota: 2 }),
      { code: 'awards.trial.quotaTooLarge', field: 'quota', variables: { entries: 1 } },
    ],
    [
      'of another lock',
      async () => {
        const id = await attempt();
        return () => award.app.app.get(AnalysisQueries).trial(newId(), id);
      },
      missingIn('analysis.queries'),
    ],
    [
      'that is none',
      async () => {
        const job = await award.app.app.get(Calculations).latest('standings.analysis', lockId);
        return () => award.app.app.get(AnalysisQueries).trial(lockId, job!.id);
      },
      missingIn('analysis.queries'),
    ],
  ]);
});
