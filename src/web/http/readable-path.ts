/**
 * The router answers a path that cannot be decoded before any page of ours could. Taken as it is
 * written, `%` and all, it is the path of something that does not exist, and is told as that.
 */
export function readablePath(url: string): string {
  const [path = '', ...query] = url.split(/(?=\?)/);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('');
  }
}
