import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { auditTool } from './audit-tool.js';

interface Message {
  readonly url: string;
  readonly message: string;
  readonly extract?: string;
}

/** The HTML of pages as the program sent it, for the Nu Html Checker, which takes seconds to begin. */
export class FinishedHtml {
  private readonly folder = mkdtempSync(join(tmpdir(), 'html-'));
  private readonly names = new Map<string, string>();
  private readonly jar = auditTool('vnu-jar/build/dist/vnu.jar');

  /** Whether the checker is there; it is installed by `.ci/run` only. */
  get canBeChecked(): boolean {
    return this.jar !== null;
  }

  get count(): number {
    return this.names.size;
  }

  /** The first page of a kind. */
  keep(kind: string, html: string): void {
    if ([...this.names.values()].includes(kind)) return;
    const file = `${this.names.size}.html`;
    this.names.set(file, kind);
    writeFileSync(join(this.folder, file), html);
  }

  /** What the checker finds wrong, each with its kind of page. */
  async faults(): Promise<string[]> {
    const options = ['--errors-only', '--format', 'json', '--exit-zero-always'];
    // On a text of some depth its parser needs more stack than Java gives.
    const words = ['-Xss1m', '-jar', this.jar!, ...options, this.folder];
    const { stderr } = await promisify(execFile)('java', words, { maxBuffer: 2 ** 26 });
    const { messages } = JSON.parse(stderr) as { messages: Message[] };
    return messages.map(
      ({ url, message, extract = '' }) =>
        `${this.names.get(basename(url))}: ${message} ${extract.replaceAll(/\s+/g, ' ')}`,
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
