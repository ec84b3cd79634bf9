const pause = 250;

/** Draws how far the server is with the work of a form, until the page is left. */
export function followWork({ dataset }, bar, text) {
  if (!dataset.run) return () => undefined;
  const timer = setInterval(() => void ask().catch(() => undefined), pause);
  return () => clearInterval(timer);

  async function ask() {
    const response = await fetch(`/imports/${dataset.run}`, {
      headers: { Accept: 'application/json' },
    });
    const { share } = await response.json();
    // Another process may be at work: then nothing is known.
    if (typeof share !== 'number') return;
    bar.max = 1;
    bar.value = share;
    text.textContent = ` ${dataset.progress} ${Math.round(share * 100)}%`;
  }
}
