/**
 * Fields that stand in a form only after a certain answer. Without scripts a button brings them; here they come by
 * themselves, drawn by the server like those of the button. What stands in a field that goes comes back with it.
 */
export function followingFields(button) {
  const { form } = button;
  const asking = button.dataset.follows.split(' ');
  const put = new Map();
  let asked = 0;
  button.parentElement.hidden = true;
  form.addEventListener('change', async ({ target }) => {
    if (!asking.includes(target.name)) return;
    const mine = (asked += 1);
    const page = await drawn(form, button).catch(() => null);
    if (mine !== asked) return;
    const other = page && [...page.forms].find((one) => actionOf(one) === actionOf(form));
    // Without an answer the button is there, and says why when it is pressed.
    button.parentElement.hidden = Boolean(other);
    if (other) follow(form, other, put);
  });
}

async function drawn(form, button) {
  const fields = new FormData(form);
  for (const [name, value] of [...fields]) if (typeof value !== 'string') fields.delete(name);
  fields.set(button.name, button.value);
  const answer = await fetch(actionOf(form), { method: 'POST', body: new URLSearchParams(fields) });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function follow(form, other, put) {
  const now = fieldsOf(form);
  const wanted = fieldsOf(other);
  for (const [name, field] of now) {
    if (wanted.has(name)) continue;
    put.set(name, field);
    field.remove();
  }
  let before = null;
  for (const [name, field] of wanted) {
    const here = now.get(name);
    if (here) before = here;
    else {
      const come = put.get(name) ?? document.adoptNode(field);
      before.after(come);
      before = come;
    }
  }
}

/** By the name of what is answered in it. */
function fieldsOf(form) {
  const fields = [...form.querySelectorAll('.field')];
  const named = fields.map((field) => [field.querySelector('[name]')?.name.split('.')[0], field]);
  return new Map(named.filter(([name]) => name));
}

/** A field of the form may be called action. */
function actionOf(form) {
  return form.getAttribute('action');
}
