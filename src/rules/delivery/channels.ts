/** What a person wants to be sent besides the messages of the site, which always stay there. */
export interface Channels {
  /** What needs an answer from the person, and what has been decided about them. */
  readonly mailUrgent: boolean;
  /** All else, together, once an hour at most. */
  readonly mailOther: boolean;
  readonly smsUrgent: boolean;
}

export const everyChannel: Channels = { mailUrgent: true, mailOther: true, smsUrgent: true };

/** Kinds of message that a person must act on in time, or that say what was decided about them. */
export const URGENT_KINDS = [
  'account.mobileChanged',
  'account.recovered',
  'correctionRequested',
  'applicationDeclined',
  'applicationScreenedOut',
  'applicationTakenOver',
  'confirmationAsked',
  'reexaminationAccepted',
  'reexaminationRefused',
  'statementAnswered',
  'returnSentBack',
  'returnWanted',
  'application.cancelled',
  'application.inPublicity',
  'application.notListed',
  'application.selected',
  'application.notSelected',
  'objection.accepted',
  'objection.decided',
  'objection.leftOut',
  'officeLetter',
  'programme.terminated',
  'title.conferred',
  'title.warned',
  'title.reminded',
  'title.cureInsufficient',
  'title.revocationProposed',
  'title.revoked',
  'judgingDeclare',
  'judgingAskedAgain',
  'judgingOpen',
  'judgingReminder',
  'judgingReturned',
  'reReviewAppointed',
] as const;
const urgent: ReadonlySet<string> = new Set(URGENT_KINDS);

export function isUrgent(kind: string): boolean {
  return urgent.has(kind);
}

/** A copy outside is what these are for (decision 0036): read or not, wanted or not. */
export function leavesAlways(kind: string): boolean {
  return kind.startsWith('checkpoint.');
}

export interface Reachable {
  readonly mail: boolean;
  readonly sms: boolean;
  readonly channels: Channels | null;
}

/** By which ways a message of this kind leaves the house. */
export function channelsOf(kind: string, { mail, sms, channels }: Reachable): ('mail' | 'sms')[] {
  const chosen = channels ?? everyChannel;
  const pressing = isUrgent(kind);
  const wanted = pressing ? chosen.mailUrgent : chosen.mailOther;
  const byMail = mail && (wanted || leavesAlways(kind));
  const bySms = sms && pressing && chosen.smsUrgent;
  return [...(byMail ? (['mail'] as const) : []), ...(bySms ? (['sms'] as const) : [])];
}
