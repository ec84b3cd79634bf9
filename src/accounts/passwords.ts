import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @param salt sixteen bytes; only seeding names its own, for a password that is no secret */
export function hashPassword(password: string, salt?: Uint8Array): Promise<string> {
  return hash(password, salt ? { ...cost, salt } : cost);
}

/** Compares with a stored hash, or with a spare one, so that an unknown account takes as long. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await spareHash()), password);
  return matches && stored !== null;
}

let spare: Promise<string> | undefined;
function spareHash(): Promise<string> {
  spare ??= hashPassword('no account has this password');
  return spare;
}
