import { projectFiles } from './project-files.js';

export interface Sentence {
  file: string;
  key: string;
  text: string;
}

/** Every key of `locales/<language>` with its sentence, in order of file and key. */
export function catalogue(language: string): Sentence[] {
  const folder = `locales/${language}`;
  const sentences = projectFiles(folder, '.json').flatMap(({ path, text }) =>
    Object.entries(JSON.parse(text) as Record<string, string>).map(([key, sentence]) => ({
      file: path.slice(folder.length + 1),
      key,
      text: sentence,
    })),
  );
  return sentences.sort((left, right) => (left.file + left.key < right.file + right.key ? -1 : 1));
}
