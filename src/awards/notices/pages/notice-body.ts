export interface BodyLine {
  readonly heading: boolean;
  readonly text: string;
}

/** `# ` begins a heading, every other line is a paragraph. */
export function bodyLines(body: string): BodyLine[] {
  return body
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.startsWith('# ')
        ? { heading: true, text: line.slice(2) }
        : { heading: false, text: line },
    );
}
