import { autosave } from './autosave.js';
import { confirmUnload } from './confirm-unload.js';
import { focusErrors } from './focus-errors.js';
import { printButton } from './print-button.js';
import { sendForms } from './send-form.js';

/** What every page may have; `more` is what pages of a kind have besides, and runs wherever a form came back. */
export function start(more) {
  const enhance = () => {
    for (const form of document.querySelectorAll('form[data-autosave]')) autosave(form);
    for (const form of document.querySelectorAll('form[data-confirm-unload]')) confirmUnload(form);
    more();
    for (const button of document.querySelectorAll('[data-print]')) printButton(button);
    focusErrors(document.querySelector('[data-error-summary]'));
  };
  sendForms((html) => {
    show(html);
    enhance();
    if (!document.querySelector('[data-error-summary]')) document.querySelector('main').focus();
  });
  enhance();
}

/** A form that came back after its files had been sent by a script. */
function show(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.querySelector('main').replaceWith(page.querySelector('main'));
}
