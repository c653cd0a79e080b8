import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id: 19 MiB, 2 rounds, 1 lane: the first choice of OWASP's password storage cheat sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** In PHC form, salt and cost included. Takes some 30 ms off the main thread. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let decoy: Promise<string> | undefined;

/**
 * True when the password fits. Without a hash it takes as long and is false, so that the time of an
 * answer does not tell whether an address is known.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(generatePassword());
  const fits = await verify(stored ?? (await decoy), password);
  return fits && stored !== null;
}

/** Letters and digits that can't be taken for one another when read from a screen. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

/** A random password, `xxxx-xxxx-xxxx-xxxx`: 79 bits. */
export function generatePassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
