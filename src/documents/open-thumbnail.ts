import { Injectable } from '@nestjs/common';
import { missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { ReadableDocument } from './readable-document.js';
import { Thumbnails } from './thumbnails.js';

/** The small copy of a picture, for whoever may open the picture itself. */
@Injectable()
export class OpenThumbnail {
  constructor(
    private readonly readable: ReadableDocument,
    private readonly thumbnails: Thumbnails,
  ) {}

  async run(actor: Actor, id: string): Promise<Buffer> {
    const { hash, kind } = await this.readable.of(actor, id);
    const small = kind.contentType.startsWith('image/') ? await this.thumbnails.of(hash) : null;
    if (!small) throw missing();
    return small;
  }
}
