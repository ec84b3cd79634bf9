const texts = () => document.querySelector('template[data-session]')?.dataset;
let waiting = null;

/** Who is signed in now, and the token of a form of theirs; an old page sends the new token from then on. */
export async function session() {
  const response = await fetch('/session', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  const answer = await response.json();
  for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = answer.token;
  return answer;
}

/** Whether the person whose page this is still is signed in; true on pages of nobody. */
export async function isSignedIn() {
  const page = texts();
  return !page || (await session()).account === page.account;
}

/**
 * Asks for the sign-in on the page itself. Resolves to true once the same person is signed in again, here
 * or in another tab, and to false when the question is put away.
 */
export function askToSignIn() {
  if (!texts()) return Promise.resolve(false);
  waiting ??= ask().finally(() => {
    waiting = null;
  });
  return waiting;
}

async function ask() {
  if (await isSignedIn()) return true;
  const { dialog, form, said } = draw(texts());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    const end = (signedIn) => {
      window.removeEventListener('focus', look);
      dialog.remove();
      resolve(signedIn);
    };
    const arrived = async () => {
      const { account } = await session();
      if (account === texts().account) end(true);
      else if (account) said.textContent = texts().other;
    };
    const look = () => void arrived().catch(() => undefined);
    window.addEventListener('focus', look);
    dialog.addEventListener('close', () => end(false));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      event.stopPropagation();
      try {
        said.textContent = await signIn(form);
        if (!said.textContent) await arrived();
      } catch {
        said.textContent = texts().failed;
      }
    });
  });
}

/** @returns why not, or nothing */
async function signIn(form) {
  const { token } = await session();
  const fields = new URLSearchParams(new FormData(form));
  fields.set('_csrf', token);
  const response = await fetch('/sign-in', {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: fields,
  });
  const answer = await response.text();
  if (response.ok) return '';
  const page = new DOMParser().parseFromString(answer, 'text/html');
  return page.querySelector('.error-summary li')?.textContent ?? texts().failed;
}

function draw({ title, text, mobile, password, enter, later }) {
  const dialog = element('dialog', { className: 'session-dialog' });
  dialog.setAttribute('aria-labelledby', 'session-title');
  const form = element('form', { className: 'stack-tight form', noValidate: true });
  const put = element('button', {
    className: 'button button-quiet',
    type: 'button',
    textContent: later,
  });
  put.addEventListener('click', () => dialog.close());
  const said = element('p', { className: 'field-error', role: 'alert' });
  const row = element('div', { className: 'button-row' });
  row.append(
    element('button', {
      className: 'button button-primary',
      type: 'submit',
      textContent: enter,
    }),
    put,
  );
  form.append(
    element('h2', { id: 'session-title', textContent: title }),
    element('p', { textContent: text }),
    field('mobile', mobile, { type: 'tel', autocomplete: 'username' }),
    field('password', password, { type: 'password', autocomplete: 'current-password' }),
    said,
    row,
  );
  dialog.append(form);
  return { dialog, form, said };
}

function field(name, label, properties) {
  const box = element('div', { className: 'field' });
  const id = `session-${name}`;
  box.append(
    element('label', { className: 'field-label', htmlFor: id, textContent: label }),
    element('input', { className: 'input input-medium', id, name, ...properties }),
  );
  return box;
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
