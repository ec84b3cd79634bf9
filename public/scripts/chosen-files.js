const MB = 1_048_576;
const MOST_OF_ONE = 10 * MB;
const MOST_TOGETHER = 60 * MB;
/** The longer side of a picture on which small print can still be read. */
const LONGEST = 2560;
const HEAVY = MB;
const scaling = new WeakMap();

export const texts = () => document.querySelector('template[data-files]').dataset;

/** Makes photos smaller and says at once what is too large to be sent. */
export function chosenFiles(field) {
  if (!document.querySelector('template[data-files]')) return;
  field.addEventListener('change', () => scaling.set(field, prepare(field)));
}

export function ready(form) {
  return Promise.all([...form.elements].map((field) => scaling.get(field)));
}

export function isTooLarge(field) {
  return field.dataset.tooLarge !== undefined;
}

async function prepare(field) {
  const chosen = [...field.files];
  const files = [];
  for (const file of chosen) files.push(await smaller(file).catch(() => file));
  if (files.some((file, at) => file !== chosen[at])) put(field, files);
  const kept = [...field.files];
  const large = kept.find(({ size }) => size > MOST_OF_ONE);
  const together = kept.reduce((sum, { size }) => sum + size, 0);
  const heic = kept.find(isHeic);
  const words = texts();
  const problem = heic
    ? words.heic.replace('[name]', heic.name)
    : large
      ? words.large.replace('[name]', large.name).replace('[size]', megabytes(large.size))
      : together > MOST_TOGETHER
        ? words.together.replace('[size]', megabytes(together))
        : '';
  const before = chosen.reduce((sum, { size }) => sum + size, 0);
  const sizes = words.size.replace('[size]', megabytes(together));
  const scaled = words.scaled
    .replace('[before]', megabytes(before))
    .replace('[after]', megabytes(together));
  say(field, problem || (together < before ? scaled : kept.length ? sizes : ''), problem !== '');
}

async function smaller(file) {
  const isPhoto = /^image\/(jpeg|webp)$/.test(file.type) || isHeic(file);
  if (!isPhoto && !(file.type === 'image/png' && file.size > 2 * MB)) return file;
  if (file.size < HEAVY && !isHeic(file)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!drawn || (drawn.size >= file.size && !isHeic(file))) return file;
  const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  return new File([drawn], name, { type: 'image/jpeg' });
}

function isHeic({ name, type }) {
  return /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);
}

function put(field, files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  field.files = transfer.files;
}

function say(field, text, isProblem) {
  let line = field.parentElement.querySelector('[data-chosen]');
  if (!line) {
    line = document.createElement('p');
    line.dataset.chosen = '';
    line.setAttribute('role', 'status');
    field.after(line);
  }
  line.className = isProblem ? 'field-error' : 'field-hint';
  line.textContent = text;
  if (isProblem) field.dataset.tooLarge = '';
  else delete field.dataset.tooLarge;
}

function megabytes(bytes) {
  return (bytes / MB).toFixed(1);
}
