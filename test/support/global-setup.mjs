/** Pins the time zone before any test: instants are UTC, shown in Beijing time. */
export default function globalSetup() {
  process.env.TZ = 'UTC';
}
