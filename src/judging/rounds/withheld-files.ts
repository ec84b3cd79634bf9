import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { BlindProblem } from '../../documents/blind-copy/clean-result.js';
import { PrepareEvidence } from '../../documents/prepare-evidence.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface WithheldFile {
  readonly documentId: string;
  readonly judgingNumber: string | null;
  readonly indicator: string;
  readonly name: string;
  readonly problem: BlindProblem;
}

/** Null for a file of which no copy was tried yet. */
type FileWithoutCopy = Omit<WithheldFile, 'problem'> & { readonly problem: BlindProblem | null };

interface BlindRound {
  readonly programmeId: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly kind: RoundKind;
  readonly blind: boolean | number;
}

/** Evidence of a blind round that its judges will not get, because it would tell whose it is. */
@Injectable()
export class WithheldFiles {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly prepare: PrepareEvidence,
  ) {}

  async of(round: BlindRound): Promise<readonly WithheldFile[]> {
    return (await this.withoutCopy(round)).filter(isWithheld);
  }

  /** The same after trying what was stored before copies were made. */
  async afterTrying(round: BlindRound): Promise<readonly WithheldFile[]> {
    for (const { documentId, problem } of await this.withoutCopy(round)) {
      if (problem === null) await this.prepare.again(documentId);
    }
    return this.of(round);
  }

  private async withoutCopy(round: BlindRound): Promise<readonly FileWithoutCopy[]> {
    if (!round.blind) return [];
    const { rules } = await this.programmes.rules(round.programmeId);
    const indicators = roundSheet(rules, round.categoryCode, round.kind)?.indicators ?? [];
    const codes = new Set(indicators.map(({ code }) => code));
    const rows = await this.database.rows<FileWithoutCopy>(
      `SELECT d.id AS document_id, a.judging_number, l.indicator, d.name,
              d.blind_problem AS problem
       FROM evidence_link l
       JOIN document d ON d.id = l.document_id
       JOIN application a ON a.id = l.application_id
       WHERE a.category_id = ? AND a.state IN (${quotedList(applicationIn.beforeJudges)}) AND d.blind_hash IS NULL
       ORDER BY a.judging_number, l.indicator, d.uploaded_at, l.id`,
      [round.categoryId],
    );
    const shown = rows.filter(({ indicator }) => codes.has(indicator));
    // One file may prove two indicators.
    return [...new Map(shown.map((row) => [row.documentId, row])).values()];
  }
}

function isWithheld(file: FileWithoutCopy): file is WithheldFile {
  return file.problem !== null;
}
