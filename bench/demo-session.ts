/** Signs in as a demo person over HTTP and returns the cookie; `duty` is a text beside the name. */
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
      cookie: cookieOf(first),
    },
    body: new URLSearchParams({ _csrf: decode(token), accountId: person }).toString(),
  });
  if (answer.status !== 303) throw new Error(`demo sign-in answered ${answer.status}`);
  return cookieOf(answer);
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function decode(text: string): string {
  return text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}
