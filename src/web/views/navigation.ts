import type { Actor } from '../actor.js';
import { type Policy, allows } from '../access/policies.js';
import type { NavigationLink } from '../layout-model.js';
import type { Translate } from '../page-context.js';

/** Rooms of the house in the order of the menu; a person sees those that open for them. */
const rooms: readonly {
  href: string;
  label: string;
  policy: Policy;
  own?: boolean;
  kind?: Actor['kind'];
}[] = [
  { href: '/', label: 'navigation.home', policy: 'public' },
  { href: '/notices', label: 'navigation.notices', policy: 'public' },
  { href: '/awards', label: 'navigation.awards', policy: 'public' },
  { href: '/census', label: 'navigation.census', policy: 'public' },
  // Also for an account that has no merchant yet: its first step is there.
  { href: '/my', label: 'navigation.my', policy: 'signedIn', own: true, kind: 'merchant' },
  { href: '/division', label: 'navigation.division', policy: 'division', own: true },
  { href: '/office', label: 'navigation.office', policy: 'office', own: true },
  { href: '/office/registry', label: 'navigation.registry', policy: 'registry.read', own: true },
  { href: '/judging', label: 'navigation.judging', policy: 'judge', own: true },
  { href: '/supervision', label: 'navigation.supervision', policy: 'supervise', own: true },
  { href: '/supervision/journal', label: 'navigation.journal', policy: 'journal.read', own: true },
  { href: '/admin', label: 'navigation.admin', policy: 'administer', own: true },
];

export function navigation(person: Actor | null, path: string, t: Translate): NavigationLink[] {
  const actor = person?.clerk ?? person;
  const open = rooms.filter(({ policy, own, kind }) =>
    actor ? allows(policy, actor) && (!kind || kind === actor.kind) : !own,
  );
  const current = open
    .filter((room) => path === room.href || (room.href !== '/' && path.startsWith(`${room.href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
  return open.map((room) => ({ href: room.href, label: t(room.label), current: room === current }));
}
