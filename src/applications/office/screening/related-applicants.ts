import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { quotedList } from '../../../database/quoted-list.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { type TieStanding, standingOfTie } from '../../../rules/registry/counted-ties.js';
import { ApplicationRecords } from '../../application-records.js';
import { type StatedTieRow, readTie, relations, statedTies, tiedTo } from '../../stated-ties.js';

export interface RelatedApplicant {
  readonly name: string;
  /** `afterwards`: both say so by now, but one of them only after its application, which does not count. */
  readonly standing: TieStanding | 'afterwards';
  /** Whose record of the register holds the statement. */
  readonly statedBy: string;
}

/** Merchants of the same category that are tied to one by anybody's word, for the office alone. */
@Injectable()
export class RelatedApplicants {
  constructor(
    private readonly database: Database,
    private readonly records: ApplicationRecords,
  ) {}

  async of(
    applicationId: string,
    merchantId: string,
    categoryId: string,
  ): Promise<readonly RelatedApplicant[]> {
    const stated = (
      await this.database.rows<StatedTieRow>(
        `${statedTies} AND (r.merchant_id = ? OR ${tiedTo} = ?) ORDER BY r.id`,
        [merchantId, merchantId],
      )
    ).map(readTie);
    const competing = await this.database.rows<{ id: string; name: string; applicationId: string }>(
      `SELECT m.id, m.name, a.id AS application_id FROM application a JOIN merchant m ON m.id = a.merchant_id
       WHERE a.category_id = ? AND a.state NOT IN (${quotedList(applicationIn.notCompeting)})
         AND (m.id IN (SELECT ${tiedTo} FROM ${relations} WHERE r.merchant_id = ?)
           OR m.id IN (SELECT r.merchant_id FROM ${relations} WHERE ${tiedTo} = ?))
       ORDER BY m.name, m.id`,
      [categoryId, merchantId, merchantId],
    );
    if (competing.length === 0) return [];
    // As the ranking will read them.
    const counted = await this.records.ties([
      applicationId,
      ...competing.map((one) => one.applicationId),
    ]);
    return competing.map(({ id, name }) => ({
      name,
      standing: standingThen(
        standingOfTie(merchantId, id, counted),
        standingOfTie(merchantId, id, stated),
      ),
      statedBy: stated.some(({ by }) => by === merchantId) ? merchantId : id,
    }));
  }
}

function standingThen(counted: TieStanding, now: TieStanding): RelatedApplicant['standing'] {
  return counted === 'oneSide' && now === 'both' ? 'afterwards' : counted;
}
