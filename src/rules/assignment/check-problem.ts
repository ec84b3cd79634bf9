import { RuleError } from '../rule-error.js';
import type { AssignmentProblem } from './assignment-problem.js';

/** Refuses a problem whose parts contradict each other; the first fault is named. */
export function checkProblem(problem: AssignmentProblem): void {
  const { entries, judges, perEntry } = problem;
  if (entries.length === 0) throw new RuleError('assignment.noEntries');
  if (judges.length === 0) throw new RuleError('assignment.noJudges');
  if (!Number.isSafeInteger(perEntry) || perEntry < 1) {
    throw new RuleError('assignment.perEntryInvalid', { value: String(perEntry) });
  }
  if (typeof problem.seed === 'number' && !Number.isSafeInteger(problem.seed)) {
    throw new RuleError('assignment.seedInvalid', { value: String(problem.seed) });
  }
  refuseRepeats(entries, 'assignment.entryRepeated', 'entry');
  refuseRepeats(judges, 'assignment.judgeRepeated', 'judge');
  for (const judge of judges) {
    if (!Number.isSafeInteger(judge.max) || judge.max < 0) {
      throw new RuleError('assignment.maxInvalid', { judge: judge.id, value: String(judge.max) });
    }
  }
  // A misspelt conflict would be a conflict that is silently not honoured.
  const known = new Set(judges.map((judge) => judge.id));
  for (const entry of entries) {
    for (const judge of entry.conflicts ?? []) {
      if (!known.has(judge)) {
        throw new RuleError('assignment.conflictUnknownJudge', { entry: entry.id, judge });
      }
    }
  }
  checkExisting(problem);
}

function refuseRepeats(
  items: readonly { readonly id: string }[],
  code: string,
  name: string,
): void {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) throw new RuleError(code, { [name]: id });
    seen.add(id);
  }
}

/** Existing work that breaks a rule cannot be kept and must not be dropped unseen: it is refused. */
function checkExisting({ entries, judges, perEntry, existing = [] }: AssignmentProblem): void {
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const judgeById = new Map(judges.map((judge) => [judge.id, judge]));
  const judgesOf = new Map<string, Set<string>>();
  const organisationsOf = new Map<string, Set<string>>();
  const load = new Map<string, number>();
  for (const pair of existing) {
    const { entry: entryId, judge: judgeId } = pair;
    const entry = entryById.get(entryId);
    const judge = judgeById.get(judgeId);
    if (!entry) throw new RuleError('assignment.existingUnknownEntry', { ...pair });
    if (!judge) throw new RuleError('assignment.existingUnknownJudge', { ...pair });
    if (entry.conflicts?.includes(judgeId)) {
      throw new RuleError('assignment.existingConflict', { ...pair });
    }
    const seated = setAt(judgesOf, entryId);
    if (seated.has(judgeId)) throw new RuleError('assignment.existingRepeated', { ...pair });
    seated.add(judgeId);
    if (seated.size > perEntry) {
      throw new RuleError('assignment.existingTooMany', { entry: entryId, perEntry });
    }
    const organisations = setAt(organisationsOf, entryId);
    if (judge.organisation) {
      if (organisations.has(judge.organisation)) {
        const { organisation } = judge;
        throw new RuleError('assignment.existingOrganisation', { ...pair, organisation });
      }
      organisations.add(judge.organisation);
    }
    load.set(judgeId, (load.get(judgeId) ?? 0) + 1);
    if (load.get(judgeId)! > judge.max) {
      throw new RuleError('assignment.existingOverMax', { judge: judgeId, max: judge.max });
    }
  }
}

function setAt(sets: Map<string, Set<string>>, key: string): Set<string> {
  const found = sets.get(key) ?? new Set<string>();
  sets.set(key, found);
  return found;
}
