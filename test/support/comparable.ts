/** A page without what differs at every request: the token and the link to itself in the other language. */
export function comparable(html: string): string {
  return html
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/href="[^"]*[?&;]lang(=|&#x3D;)[^"]*"/g, '');
}
