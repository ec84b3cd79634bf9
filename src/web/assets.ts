import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../config/project-root.js';
import type { Assets as AssetUrls } from './layout-model.js';

/** Addresses of the built styles, script and icons; each carries its hash and never changes. */
@Injectable()
export class Assets {
  static readonly folder = join(projectRoot, 'dist', 'public');

  readonly urls: AssetUrls = JSON.parse(
    readFileSync(join(Assets.folder, 'manifest.json'), 'utf8'),
  ) as AssetUrls;
}
