import { Injectable } from '@nestjs/common';

/** Whether the room that a code is for knows the number, by its keyed hash. */
export type TargetCheck = (lookup: string) => Promise<boolean>;

/**
 * Codes that are queued for whatever number somebody typed, so that a page says the same for each. The room
 * that asks for them says here which numbers it knows, and only to these they go on.
 */
@Injectable()
export class KnownTargets {
  private readonly checks = new Map<string, TargetCheck>();

  ask(template: string, check: TargetCheck): void {
    this.checks.set(template, check);
  }

  /** True where nobody has to be asked. */
  async knows(template: string, lookup: string): Promise<boolean> {
    return (await this.checks.get(template)?.(lookup)) ?? true;
  }
}
