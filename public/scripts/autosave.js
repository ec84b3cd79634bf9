import { askToSignIn } from './session.js';

const QUIET_MILLISECONDS = 1200;
const RETRY_MILLISECONDS = 15000;
const CONFLICT = 409;
const SIGNED_OUT = [401, 403];

/**
 * Posts the form to its own address (or to the one in `data-autosave`) after a pause in typing.
 * The server answers JSON, which `autosaveanswer` hands on with what was sent: 200 `{ time, version, unread, note }`, where `unread` names fields that it could not take, where `time` is Beijing time ready to show and
 * `version` goes back with the next save; 409 `{ mergeUrl }` or `{ error }`. Chosen files wait for the real submit.
 */
export function autosave(form) {
  const status = form.querySelector('[data-autosave-status]');
  const conflict = form.querySelector('[data-autosave-conflict]');
  const enter = form.querySelector('[data-autosave-sign-in]');
  let timer = 0;
  let changes = 0;
  let saved = 0;
  let running = false;
  let stopped = false;
  let putAway = false;
  /** Names of the fields that this window touched: those of another window stay as they are there. */
  const typed = new Set();

  form.addEventListener('input', ({ target }) => {
    changes += 1;
    if (target.name) typed.add(target.name);
    schedule(QUIET_MILLISECONDS);
  });
  form.addEventListener('submit', () => stop());
  form.addEventListener('notsent', () => {
    show(status, status?.dataset.failed);
    schedule(RETRY_MILLISECONDS);
  });
  window.addEventListener('online', () => {
    if (changes > saved) schedule(0);
  });
  enter?.addEventListener('click', () => {
    putAway = false;
    void signedOut();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changes > saved) void save();
  });

  function schedule(delay) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void save(), delay);
  }

  function stop() {
    stopped = true;
    clearTimeout(timer);
  }

  async function save() {
    if (running || stopped) return;
    running = true;
    const sent = changes;
    const fields = textsOf(form);
    const touched = form.dataset.autosave ? [...typed].map((name) => ['_typed', name]) : [];
    show(status, status?.dataset.saving);
    try {
      const response = await fetch(form.dataset.autosave || form.getAttribute('action') || '', {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams([...fields, ...touched]),
        // A closing page may send 64 KiB at most this way, so it is not the rule.
        keepalive: document.visibilityState === 'hidden',
      });
      if (response.status === CONFLICT) await showConflict(response);
      else if (SIGNED_OUT.includes(response.status)) void signedOut();
      else if (response.ok && isJson(response)) await showSaved(response, sent, fields);
      else throw new Error(String(response.status));
    } catch {
      show(status, status?.dataset.failed);
      schedule(RETRY_MILLISECONDS);
    } finally {
      running = false;
    }
    if (changes > sent && !putAway) schedule(QUIET_MILLISECONDS);
  }

  /** What is typed stays; once somebody has signed in again, here or elsewhere, it is saved. */
  async function signedOut() {
    show(status, status?.dataset.signedOut);
    if (!putAway) {
      putAway = !(await askToSignIn().catch(() => false));
      if (!putAway) return save();
    }
    if (enter) enter.hidden = false;
    schedule(RETRY_MILLISECONDS);
  }

  async function showSaved(response, sent, fields) {
    const answer = await response.json();
    const { time, version, unread = [], conflicts = [], note = '' } = answer;
    if (enter) enter.hidden = true;
    const versionField = form.elements.namedItem('version');
    if (versionField && version !== undefined) versionField.value = version;
    mark(unread);
    if (unread.length) {
      show(status, status?.dataset.unread?.replace('[names]', names(unread)));
      return;
    }
    saved = sent;
    putAway = false;
    form.dispatchEvent(new CustomEvent('autosaveanswer', { detail: { answer, fields } }));
    if (conflicts.length) {
      show(status, status?.dataset.waiting);
      return;
    }
    show(status, `${status?.dataset.saved?.replace('[time]', time)} ${note}`.trim());
    if (changes === sent) form.dispatchEvent(new CustomEvent('autosaved'));
  }

  /** Fields that could not be read stay as they are typed, and say so to everybody. */
  function mark(unread) {
    for (const field of form.querySelectorAll('[data-not-taken]')) {
      field.removeAttribute('aria-invalid');
      delete field.dataset.notTaken;
    }
    for (const field of unread.flatMap(fieldsOf)) {
      field.setAttribute('aria-invalid', 'true');
      field.dataset.notTaken = '';
    }
  }

  function fieldsOf(name) {
    return [...form.elements].filter(
      (field) => field.name === name || field.name.startsWith(`${name}.`),
    );
  }

  function names(unread) {
    return unread
      .map((name) => fieldsOf(name)[0])
      .map((field) => field?.labels?.[0] ?? field?.closest('fieldset')?.querySelector('legend'))
      .map((label) => label?.textContent?.trim().replace(/\s+/g, ' ') ?? '')
      .filter(Boolean)
      .join(status?.dataset.comma ?? ', ');
  }

  async function showConflict(response) {
    stop();
    const { mergeUrl, error } = await response.json();
    // Without a page to merge on, what is written here can no longer be saved: the sentence says why.
    show(status, error?.message ?? '');
    if (!mergeUrl || !conflict) return;
    conflict.querySelector('a').href = mergeUrl;
    conflict.hidden = false;
  }
}

function show(status, text) {
  if (status) status.textContent = text ?? '';
}

// A redirect to the sign-in page also ends in 200, but not in JSON.
function isJson(response) {
  return (response.headers.get('Content-Type') ?? '').includes('application/json');
}

function textsOf(form) {
  return [...new FormData(form)].filter(([, value]) => typeof value === 'string');
}
