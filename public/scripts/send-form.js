import { askToSignIn, isSignedIn } from './session.js';
import { isTooLarge, ready, texts } from './chosen-files.js';
import { followWork } from './follow-work.js';

const changed = new WeakSet();
const checked = new WeakSet();
const busy = new WeakSet();

/**
 * Sends the forms of the page: first it looks whether the session still holds, so that nothing typed leaves
 * a page in vain; files go with a count of what has arrived. @param show draws the page that came back
 */
export function sendForms(show) {
  const touch = ({ target }) => {
    if (target.form) changed.add(target.form);
  };
  document.addEventListener('input', touch, true);
  document.addEventListener('change', touch, true);
  document.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event;
      if (form.method !== 'post' || checked.delete(form) || !changed.has(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (busy.has(form)) return;
      busy.add(form);
      void send(form, submitter, show).finally(() => busy.delete(form));
    },
    true,
  );
}

async function send(form, submitter, show) {
  // A form cannot be sent while the event of its sending is still told.
  await new Promise((resolve) => setTimeout(resolve));
  await ready(form);
  const files = [...form.elements].filter(({ type }) => type === 'file');
  const wrong = files.find(isTooLarge);
  if (wrong) {
    wrong.focus();
    return;
  }
  // A browser that goes on without a network leaves the page and what was typed on it.
  const signedIn = await reachable().catch((error) => (error instanceof TypeError ? null : true));
  tellUnsent(form, signedIn === null, submitter);
  if (signedIn === null) return;
  if (!signedIn && !(await askToSignIn())) return;
  if (files.some((field) => field.files.length > 0)) await upload(form, submitter, show);
  else submitNow(form, submitter);
}

async function reachable() {
  if (!navigator.onLine) throw new TypeError('offline');
  return isSignedIn();
}

function tellUnsent(form, unsent, submitter) {
  form.querySelector('[data-unsent]')?.remove();
  if (!unsent) return;
  form.dispatchEvent(new CustomEvent('notsent', { detail: submitter }));
  if (form.querySelector('[data-autosave-status]')) return;
  const said = document.createElement('p');
  said.dataset.unsent = '';
  said.className = 'field-error';
  said.setAttribute('role', 'alert');
  said.textContent = document.querySelector('template[data-not-sent]')?.dataset.offline ?? '';
  form.querySelector('.button-row, button[type=submit]')?.before(said);
}

/** As if it had just been sent: other scripts hear of it, and the browser takes over. */
function submitNow(form, submitter) {
  checked.add(form);
  form.requestSubmit(submitter?.isConnected ? submitter : undefined);
}

async function upload(form, submitter, show) {
  const line = progressLine(form);
  const words = texts();
  let end = null;
  const answer = await post(form, submitter, (sent) => {
    line.bar.value = sent;
    line.text.textContent = words.sending.replace('[share]', Math.round(sent * 100));
    // All of it has arrived: now the server reads it.
    if (sent === 1) end ??= followWork(form, line.bar, line.text);
  });
  end?.();
  if (!answer) {
    line.text.textContent = words.broken;
    return;
  }
  if (answer.status === 401 && (await askToSignIn())) {
    await upload(form, submitter, show);
    return;
  }
  const { location, error } = answer.json ?? {};
  if (location) {
    // What is left is no loss: it has arrived.
    form.dispatchEvent(new CustomEvent('autosaved'));
    window.location.assign(location);
  } else if (answer.json) line.text.textContent = error?.message ?? words.broken;
  else show(answer.html);
}

/** fetch does not tell how much has been sent. */
function post(form, submitter, onProgress) {
  return new Promise((resolve) => {
    const body = new FormData(form);
    if (submitter?.name) body.append(submitter.name, submitter.value);
    const request = new XMLHttpRequest();
    request.open('POST', form.getAttribute('action'));
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener('error', () => resolve(null));
    request.addEventListener('load', () => {
      const isJson = (request.getResponseHeader('Content-Type') ?? '').includes('json');
      const { status, responseText: html } = request;
      resolve({ status, html, json: isJson ? JSON.parse(html) : null });
    });
    request.send(body);
  });
}

function progressLine(form) {
  const known = form.querySelector('[data-upload-progress]');
  const line = known ?? document.createElement('p');
  if (!known) {
    line.dataset.uploadProgress = '';
    line.className = 'upload-progress';
    line.append(document.createElement('progress'), document.createElement('span'));
    line.lastChild.setAttribute('role', 'status');
    form.querySelector('button[type=submit], .button-row')?.before(line);
  }
  line.firstChild.max = 1;
  return { bar: line.firstChild, text: line.lastChild };
}
