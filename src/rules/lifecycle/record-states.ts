import { groupsOf } from './state-group.js';

/** Records with versions: a newer one supersedes the one before it, and none is ever deleted. */
export const LOCK_STATES = ['Proposed', 'Locked', 'Superseded'] as const;
export type LockState = (typeof LOCK_STATES)[number];

export const LIST_STATES = ['Prepared', 'Posted', 'Published', 'Superseded'] as const;
export type ListState = (typeof LIST_STATES)[number];

const ofLock = groupsOf<LockState>();
const ofList = groupsOf<ListState>();

/** What the states of computed standings mean to the decisions about them. */
export const lockIn = {
  proposed: ofLock('Proposed'),
  locked: ofLock('Locked'),
  superseded: ofLock('Superseded'),
} as const;

/** What the states of a list mean to the decisions about it. */
export const listIn = {
  prepared: ofList('Prepared'),
  posted: ofList('Posted'),
  published: ofList('Published'),
  superseded: ofList('Superseded'),
  /** Anyone may have read it. */
  public: ofList('Posted', 'Published'),
} as const;
