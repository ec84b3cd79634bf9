import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Database } from '../../database/database.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import {
  type Reading,
  namesAtSubmission,
  namesInRows,
  readRows,
  readText,
} from '../../rules/rounds/evidence-policy.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import { SheetQueries } from '../sheets/sheet.queries.js';
import type { AnchorEvidence } from './anchor-dossier.entity.js';

/** An earlier file as a blind round would show it: texts without names and contacts, blind copies only. */
@Injectable()
export class PastDossier {
  constructor(
    private readonly database: Database,
    private readonly files: SheetQueries,
  ) {}

  async of(
    applicationId: string,
    indicators: readonly Indicator[],
  ): Promise<Readonly<Record<string, AnchorEvidence>>> {
    const where = { id: applicationId };
    const { merchantId, answers, snapshot } = await this.database
      .repo(Application)
      .findOneByOrFail(where);
    const merchant = await this.database.repo(Merchant).findOneByOrFail({ id: merchantId });
    const [ties, evidence] = await Promise.all([
      this.files.ties(merchantId),
      this.files.evidence({ applicationId }),
    ]);
    const rows = answers.rows ?? {};
    const reading: Reading = {
      blind: true,
      names: [
        merchant.name,
        merchant.headName,
        merchant.contactName,
        ...ties.map(({ name }) => name),
        ...namesAtSubmission(snapshot),
        ...namesInRows(rows),
      ],
    };
    const one = ({ code }: Indicator): AnchorEvidence => ({
      text: readText(answers.texts?.[code] ?? '', reading),
      rows: readRows(rows, code, reading).filter((list) => list.rows.length > 0),
      documents: evidence
        .filter(({ indicator, hasBlindCopy }) => indicator === code && hasBlindCopy === 1)
        .map(({ documentId, caption, contentType }) => ({
          id: documentId,
          caption: readText(caption, reading),
          contentType,
        })),
    });
    return Object.fromEntries(indicators.map((indicator) => [indicator.code, one(indicator)]));
  }
}
