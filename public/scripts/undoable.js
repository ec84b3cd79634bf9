const MOST = 100;

/** Remembers what the form said before each change; typing without a pause counts as one. */
export function undoable(form) {
  const before = [];
  let known = read();
  let back = false;

  form.addEventListener('input', () => {
    const now = read();
    if (!back && JSON.stringify(now) !== JSON.stringify(known)) {
      before.push(known);
      if (before.length > MOST) before.shift();
    }
    known = now;
  });

  function read() {
    return [...new FormData(form)].filter(([name]) => /^(score|comment)-/.test(name));
  }

  return {
    undo() {
      const then = before.pop();
      if (!then) return;
      for (const radio of form.querySelectorAll('input[type="radio"][name^="score-"]')) {
        radio.checked = then.some(([name, value]) => name === radio.name && value === radio.value);
      }
      for (const [name, value] of then) {
        const field = form.elements.namedItem(name);
        if (field?.tagName === 'TEXTAREA') field.value = value;
      }
      back = true;
      form.dispatchEvent(new Event('input', { bubbles: true }));
      back = false;
    },
  };
}
