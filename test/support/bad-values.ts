/** What a field may be sent by mistake or by malice; the name says which. */
export const badValues: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['ten thousand characters', '长'.repeat(10_000)],
  ['a unit in the number', '12万元'],
  ['a script', '<script>alert(1)</script>'],
  ['a template', '{{x}}'],
  ['a query', "' OR 1=1 --"],
  ['a null character', 'a\u0000b'],
  ['an emoji', '🍊👩‍🌾'],
  ['a spreadsheet formula', '=HYPERLINK("http://example.invalid")'],
  ['a number out of range', '99999999999999999999'],
  ['a negative number', '-1'],
];
