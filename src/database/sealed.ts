import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Personal fields at rest: AES-256-GCM under a key derived from the installation's secret, and a
 * keyed hash for looking one up without opening any.
 */
export class Sealer {
  private readonly key: Buffer;
  private readonly lookupKey: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'sealed fields', 32));
    this.lookupKey = Buffer.from(hkdfSync('sha256', secret, '', 'lookup', 32));
  }

  /** @param iv twelve bytes that never repeat under this key; only seeding names its own */
  seal(text: string, iv: Uint8Array = randomBytes(12)): string {
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  lookup(text: string): string {
    return createHmac('sha256', this.lookupKey).update(text).digest('hex');
  }
}
