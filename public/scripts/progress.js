import { followWork } from './follow-work.js';

/** Says that a long answer is on its way, and lets the button be pressed once only. */
export function progress(form) {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  form.append(status);
  const buttons = [...form.querySelectorAll('button[type=submit]')];
  let end = () => undefined;
  const rest = () => {
    end();
    status.replaceChildren();
    for (const button of buttons) button.disabled = false;
  };
  form.addEventListener('submit', () => {
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', form.dataset.progress);
    const text = document.createElement('span');
    text.textContent = ` ${form.dataset.progress}`;
    status.replaceChildren(bar, text);
    end = followWork(form, bar, text);
    // After the form has been sent: a disabled button would not be part of it.
    setTimeout(() => {
      for (const button of buttons) button.disabled = true;
    });
  });
  // Back from the answer, the page is as it was left.
  addEventListener('pageshow', rest);
}
