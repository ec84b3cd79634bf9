import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { smallPdf } from './small-files.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

/**
 * Sends one file over a line so slow that `meanwhile` happens between the request's first bytes and
 * its last; the fields go first, as a browser sends them.
 */
export async function slowUpload(
  app: TestApp,
  visitor: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  meanwhile: () => void,
): Promise<{ status: number; location: string }> {
  const boundary = 'slow-upload-boundary';
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        headers: {
          'content-type': `multipart/form-data; boundary=${boundary}`,
          cookie: [visitor.cookie('biaogan'), visitor.cookie('biaogan-form')].join('; '),
        },
      },
      resolve,
    );
    sent.on('error', reject);
    for (const [name, value] of Object.entries({ ...fields, _csrf: visitor.token })) {
      sent.write(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
    }
    sent.write(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    );
    void pause(300).then(() => {
      meanwhile();
      sent.end(Buffer.concat([smallPdf, Buffer.from(`\r\n--${boundary}--\r\n`)]));
    });
  });
  const message = await answer;
  message.resume();
  visitor.keepCookies(message.headers['set-cookie'] ?? []);
  return { status: message.statusCode ?? 0, location: message.headers.location ?? '' };
}
