/**
 * States that a decision treats alike, under one name. A page asks it with `has`, a use case with
 * `has`, and SQL with `IN (${quotedList(group)})`: three readers, one list.
 */
export interface StateGroup<State extends string> extends Iterable<State> {
  has(state: string | null | undefined): state is State;
}

/** Makes the groups of one lifecycle; a state that the lifecycle does not know does not compile. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it bounds the members
export function groupsOf<State extends string>() {
  return <const Member extends State>(...members: readonly Member[]): StateGroup<Member> => {
    const known: ReadonlySet<unknown> = new Set(members);
    return {
      has: (state): state is Member => known.has(state),
      [Symbol.iterator]: () => members.values(),
    };
  };
}
