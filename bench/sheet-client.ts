import { Agent, request } from 'node:http';

/** A judge's open sheet as a browser holds it between two autosaves. */
export interface OpenSheet {
  readonly url: string;
  readonly cookie: string;
  readonly agent: Agent;
  readonly token: string;
  readonly scoreName: string;
  version: string;
}

/** The first open sheets on a judge's list, each on a connection of its own. */
export async function openSheets(url: string, cookie: string, count: number): Promise<OpenSheet[]> {
  const home = await (await fetch(`${url}/judging`, { headers: { cookie } })).text();
  const paths = [
    ...new Set([...home.matchAll(/\/judging\/sheets\/[a-z0-9]+/g)].map(([path]) => path)),
  ];
  const sheets: OpenSheet[] = [];
  for (const path of paths) {
    const page = await (await fetch(url + path, { headers: { cookie } })).text();
    const version = /name="version" value="(\d+)"/.exec(page)?.[1];
    const scoreName = /name="(score-[A-Z0-9]+)"/.exec(page)?.[1];
    const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x3D;', '=');
    if (!version || !scoreName || !token) continue;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    sheets.push({ url: url + path, cookie, agent, token, scoreName, version });
    if (sheets.length === count) return sheets;
  }
  throw new Error(`only ${sheets.length} of ${count} open sheets were found`);
}

/** One autosave; the sheet then carries the version that the server answered. */
export async function saveSheet(sheet: OpenSheet, turn: number): Promise<void> {
  const body = new URLSearchParams({
    _csrf: sheet.token,
    version: sheet.version,
    [sheet.scoreName]: String((turn % 4) * 50),
  }).toString();
  const { status, text } = await post(sheet, body);
  if (status !== 200) throw new Error(`autosave answered ${status}: ${text.slice(0, 200)}`);
  sheet.version = String((JSON.parse(text) as { version: number }).version);
}

function post(sheet: OpenSheet, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      sheet.url,
      {
        method: 'POST',
        agent: sheet.agent,
        headers: {
          accept: 'application/json',
          cookie: sheet.cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
