import { Injectable } from '@nestjs/common';

export const spreadStandings = ['open', 'rescored'] as const;
export type SpreadStanding = (typeof spreadStandings)[number];

/** Ids of applications on which judges differ too much. Flagged or not is all that leaves the judging. */
export type SpreadSource = (
  programmeId: string,
) => Promise<Readonly<Record<SpreadStanding, readonly string[]>>>;

/** The room of judging lies above the lists of applications and hands in what it flags. */
@Injectable()
export class SpreadFlags {
  private source: SpreadSource | null = null;

  supply(source: SpreadSource): void {
    this.source = source;
  }

  async of(programmeId: string, standing: SpreadStanding): Promise<readonly string[]> {
    return (await this.source?.(programmeId))?.[standing] ?? [];
  }
}
