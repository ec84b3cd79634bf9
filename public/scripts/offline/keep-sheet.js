import { allTyped, keepTyped, keptDevice, typedOf } from './device.js';
import { texts } from './texts.js';

/**
 * Keeps what is typed on a sheet until the server has it, on a device that was prepared for its judge; and
 * fills it in again when the page is opened once more.
 */
export async function keepSheet(form) {
  const id = form.dataset.sheet;
  const device = await keptDevice();
  if (!device?.sheets.some((sheet) => sheet.id === id)) return;
  const status = form.querySelector('[data-autosave-status]');
  status.dataset.failed = texts().queued;

  const keep = (waiting) => keepTyped({ id, fields: fieldsOf(form), waiting });
  form.addEventListener('input', () => {
    void keep(true).then(() => form.dispatchEvent(new CustomEvent('kept')));
  });
  form.addEventListener('autosaveanswer', () => void keep(true));
  form.addEventListener('autosaved', () => void keep(false));
  form.addEventListener('notsent', ({ detail: submitter }) => {
    if (submitter?.value === 'next') void goOn(device, id);
  });

  const known = await typedOf(id);
  // A judge may have been quicker than the look at what is kept.
  const early = typedNames(form);
  // A page that has just come from the server knows better than what it has already got from here.
  if (!known || !(known.waiting || 'stored' in form.dataset)) {
    if (early.size > 0) await keep(true);
    return;
  }
  fill(form, new Map(known.fields), early);
  if (known.waiting) status.textContent = texts().applied;
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => {
    return typeof value === 'string' && name !== '_csrf';
  });
}

/** Fields that are not as the page came. */
function typedNames(form) {
  const changed = [...form.elements].filter((field) => {
    const { type, checked, defaultChecked, value, defaultValue } = field;
    const ticked = type === 'radio' || type === 'checkbox';
    return ticked
      ? checked !== defaultChecked
      : defaultValue !== undefined && value !== defaultValue;
  });
  return new Set(changed.map(({ name }) => name));
}

function fill(form, fields, except) {
  for (const field of form.elements) {
    const { name, type } = field;
    if (!name || except.has(name) || name === '_csrf' || type === 'submit' || type === 'button')
      continue;
    if (type === 'radio' || type === 'checkbox') field.checked = fields.get(name) === field.value;
    else if (fields.has(name)) field.value = fields.get(name);
  }
}

/** To the next kept sheet that still lacks points. */
async function goOn(device, id) {
  const typed = new Map((await allTyped()).map((record) => [record.id, record.fields]));
  const at = device.sheets.findIndex((sheet) => sheet.id === id);
  const next = [...device.sheets.slice(at + 1), ...device.sheets.slice(0, at)].find((sheet) => {
    const fields = typed.get(sheet.id);
    const scored = fields
      ? fields.filter(([name]) => name.startsWith('score-')).length
      : sheet.scored;
    return scored < sheet.indicators;
  });
  window.location.assign(next ? `/judging/sheets/${next.id}` : '/judging');
}
