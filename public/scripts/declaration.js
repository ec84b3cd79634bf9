/** "None" and a ground leave each other out, and the bar counts what is answered. */
export function declaration(form) {
  const rows = [...form.querySelectorAll('[data-applicant]')];
  const said = form.querySelector('[data-answered]');
  form.addEventListener('input', ({ target }) => {
    if (target.type === 'checkbox' && target.checked) leaveOut(target);
    const done = rows.filter((row) => row.querySelector('input:checked')).length;
    said.textContent = said.dataset.answered.replace('[done]', done).replace('[all]', rows.length);
  });

  function leaveOut(chosen) {
    for (const other of form.querySelectorAll(`[name="${chosen.name}"]`)) {
      if ('none' in other.dataset !== 'none' in chosen.dataset) other.checked = false;
    }
  }
}
