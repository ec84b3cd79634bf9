import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../config/project-root.js';
import type { Assets as AssetUrls } from './layout-model.js';

/** Addresses of the built styles, script and icons; each carries its hash and never changes. */
@Injectable()
export class Assets {
  static readonly folder = join(projectRoot, 'dist', 'public');

  private readonly manifest = JSON.parse(
    readFileSync(join(Assets.folder, 'manifest.json'), 'utf8'),
  ) as AssetUrls &
    Readonly<
      Record<
        | 'judging'
        | 'hall'
        | 'hallCss'
        | 'certificateCss'
        | 'offline'
        | 'recompute'
        | 'recomputeWorker',
        string
      >
    >;

  /** What keeps a judge's files on a device answers from the root, so that it may serve their pages. */
  readonly worker = readFileSync(join(Assets.folder, 'judging-worker.js'), 'utf8');

  get icons(): string {
    return this.manifest.icons;
  }

  /** The rules, and what shows what they come to, for a file that works from a disk. */
  readonly recomputing = readFileSync(join(Assets.folder, 'recompute-file.js'), 'utf8');

  get recomputeWorker(): string {
    return this.manifest.recomputeWorker;
  }

  /** A page carries what its kind needs only: keys and scales are nothing for a merchant's phone. */
  of(template: string): AssetUrls {
    const { judging, hall, hallCss, certificateCss, offline, recompute, ...others } = this.manifest;
    const { recomputeWorker: _, ...urls } = others;
    if (template === 'awards/recompute') return { ...urls, js: recompute };
    if (HALL.test(template)) return { ...urls, css: hallCss, js: hall };
    if (CERTIFICATES.test(template)) return { ...urls, css: certificateCss };
    return SCORING.test(template) ? { ...urls, js: judging, offline } : urls;
  }
}

/** Templates whose forms are scored or declared in, and those that work without a network. */
const SCORING = /^judging\/(?:sheet|anchor-sheet|re-review-sheet|declaration|home|offline)$/;
/** Templates with the clock of a defence. */
const HALL = /^judging\/(?:board|hall)$/;
const CERTIFICATES = /^awards\/certificates$/;
