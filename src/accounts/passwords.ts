import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
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
