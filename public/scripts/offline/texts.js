export function texts() {
  return document.querySelector('template[data-offline-texts]')?.dataset ?? {};
}

export function say(sentence, values = {}) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`[${name}]`, String(value)),
    sentence ?? '',
  );
}
