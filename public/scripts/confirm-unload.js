/** Lets the browser ask before the page is left with changes that neither submit nor autosave has taken. */
export function confirmUnload(form) {
  let dirty = false;
  const ask = (event) => {
    if (dirty) event.preventDefault();
  };
  const clean = () => {
    dirty = false;
  };
  form.addEventListener('input', () => {
    dirty = true;
  });
  form.addEventListener('submit', clean);
  form.addEventListener('autosaved', clean);
  form.addEventListener('kept', clean);
  window.addEventListener('beforeunload', ask);
}
