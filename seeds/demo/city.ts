import type { Sealer } from '../../src/database/sealed.js';
import type { WorkingDayCalendar } from '../../src/rules/calendar/working-day-calendar.js';
import type { Dice } from './dice.js';
import { JournalDraft } from './journal-draft.js';
import { RowStore } from './row-store.js';

export type Scale = 'demo' | 'city';

/** What every part of the demo city is built with and adds its rows to. */
export class City {
  readonly rows = new RowStore();
  readonly journal = new JournalDraft();
  /** Contents of documents by their SHA-256. */
  readonly files = new Map<string, Buffer>();

  constructor(
    readonly dice: Dice,
    readonly scale: Scale,
    /** The Beijing day on which the city is seeded, and the instant. */
    readonly today: string,
    readonly now: string,
    readonly calendar: WorkingDayCalendar,
    readonly passwordHash: string,
    private readonly sealer: Sealer,
  ) {}

  get year(): number {
    return Number(this.today.slice(0, 4));
  }

  seal(text: string, dice: Dice): string {
    return this.sealer.seal(text, dice.bytes(12));
  }

  lookup(text: string): string {
    return this.sealer.lookup(text);
  }
}

/** The instant of a Beijing day at an office hour: `minutes` after 9:00. */
export function at(day: string, minutes = 0): string {
  return new Date(Date.parse(`${day}T01:00:00.000Z`) + minutes * 60_000).toISOString();
}
