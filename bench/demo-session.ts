/**
 * Signs in as a demo person over HTTP and returns the cookies that a browser then has, the form's among
 * them; `duty` is a text beside the name.
 */
export async function demoSession(url: string, duty: string): Promise<string> {
  const first = await fetch(`${url}/sign-in`);
  const page = await first.text();
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const buttons = [...page.matchAll(/name="accountId" value="([^"]+)"[\s\S]*?<\/li>/g)];
  const person = buttons.find(([item]) => item.includes(duty))?.[1];
  if (!person) throw new Error(`no demo person with the duty ${duty}`);
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookiesOf(first),
    },
    body: new URLSearchParams({ _csrf: decode(token), accountId: person }).toString(),
  });
  if (answer.status !== 303) throw new Error(`demo sign-in answered ${answer.status}`);
  return cookiesOf(first, answer);
}

/** What a browser keeps of these answers: of each name the last. */
function cookiesOf(...answers: readonly Response[]): string {
  const kept = new Map<string, string>();
  for (const cookie of answers.flatMap((answer) => answer.headers.getSetCookie())) {
    const [pair = ''] = cookie.split(';');
    kept.set(pair.slice(0, pair.indexOf('=')), pair);
  }
  return [...kept.values()].join('; ');
}

function decode(text: string): string {
  return text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}
