const systems: readonly (readonly [string, RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];
/** The narrower first: every one of them also calls itself Chrome or Safari. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['WeChat', /MicroMessenger/],
  ['Edge', /Edg\//],
  ['QQ', /QQBrowser/],
  ['UC', /UCBrowser/],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
];

/** What a person would call the device that a browser names; nothing finer is kept of it. */
export function deviceOf(userAgent: string): string {
  const found = [systems, browsers].map(
    (names) => names.find(([, pattern]) => pattern.test(userAgent))?.[0],
  );
  return found.filter((name) => name !== undefined).join(' · ');
}
