import { Injectable } from '@nestjs/common';

/** Why an account cannot be closed yet, or null. */
export type ClosureCheck = (accountId: string) => Promise<string | null>;
/** Something that a person agreed to: keys of its words, what it concerns, where it is taken back. */
export interface OwnConsent {
  readonly label: string;
  readonly text: string;
  readonly about: string;
  readonly acceptedAt: string;
  readonly withdrawal: string | null;
}
/** What a room holds of a person, under its own name. */
export type OwnDataReader = (accountId: string) => Promise<unknown>;

/** Rooms above add what they know of a person: what stands against leaving, and what is theirs. */
@Injectable()
export class OwnData {
  private readonly readers = new Map<string, OwnDataReader>();
  private readonly checks: ClosureCheck[] = [];
  private readonly consentReaders: ((accountId: string) => Promise<OwnConsent[]>)[] = [];

  add(name: string, reader: OwnDataReader): void {
    this.readers.set(name, reader);
  }

  addConsents(reader: (accountId: string) => Promise<OwnConsent[]>): void {
    this.consentReaders.push(reader);
  }

  async consents(accountId: string): Promise<OwnConsent[]> {
    return (await Promise.all(this.consentReaders.map((read) => read(accountId)))).flat();
  }

  /** @param check asked inside the transaction; its answer is the key of a sentence */
  mayClose(check: ClosureCheck): void {
    this.checks.push(check);
  }

  async reasonToStay(accountId: string): Promise<string | null> {
    for (const check of this.checks) {
      const reason = await check(accountId);
      if (reason) return reason;
    }
    return null;
  }

  async all(accountId: string): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    for (const [name, read] of this.readers) all[name] = await read(accountId);
    return all;
  }
}
