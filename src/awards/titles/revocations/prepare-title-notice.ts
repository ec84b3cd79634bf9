import { Injectable } from '@nestjs/common';
import { translate } from '../../../text/catalogue.js';
import type { Actor } from '../../../web/actor.js';
import { PrepareNotice } from '../../notices/prepare-notice.js';
import type { Title } from '../title.entity.js';
import type { RevocationRow } from './title-revocation.queries.js';

/** The notices of a title: their words come from the ground and the record, nobody types them. */
@Injectable()
export class PrepareTitleNotice {
  constructor(private readonly prepareNotice: PrepareNotice) {}

  /** @returns the id of the draft, which is that of the notice once it is posted */
  revocation(actor: Actor, title: Title, { ground }: Pick<RevocationRow, 'ground'>) {
    return this.prepare(actor, title, 'revocation', revocationBasis(ground));
  }

  restoration(
    actor: Actor,
    title: Title,
    { organ, number }: { readonly organ: string; readonly number: string },
  ) {
    const basis = translate('zh-CN', 'awards.notice.text.restoration.annulled', { organ, number });
    return this.prepare(actor, title, 'restoration', basis);
  }

  private async prepare(
    actor: Actor,
    title: Title,
    kind: 'revocation' | 'restoration',
    basisText: string,
  ): Promise<string> {
    const { merchantName: merchant, year } = title;
    const { draftId } = await this.prepareNotice.run(actor, {
      programmeId: title.programmeId,
      kind,
      title: translate('zh-CN', `awards.notice.title.${kind}`, { merchant, year }),
      documentNumber: null,
      workingDays: null,
      lastDay: null,
      discipline: null,
      disciplineTelephone: null,
      reason: null,
      basisText,
      titleId: title.id,
      merchant,
      certificate: title.certificateNumber,
    });
    return draftId;
  }
}

/** What is public of a ground: the condition, and no details of a penalty beyond it. */
function revocationBasis(ground: RevocationRow['ground']): string {
  return translate('zh-CN', `awards.revocation.ground.${ground}`);
}
