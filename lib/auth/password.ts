import { hash, verify } from "@node-rs/argon2";
import { gate } from "./gate";

/** Argon2id, the library's default, at 64 MiB and three passes: about 40 ms. */
const parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const minLength = 12;
const maxLength = 128;

/** Hashing takes a core each, and a flood of sign-ins must not starve everyone who is signed in. */
const inTurn = gate({
  ...{ atOnce: 2, waiting: 64 },
  busy: "Too many people are signing in at once. Try again in a minute.",
});

/** What is wrong with a new password, in words; undefined when it will do. */
export function passwordIssue(password: string, email: string): string | undefined {
  const length = [...password.normalize("NFKC")].length;
  if (length < minLength)
    return `The password has ${length} characters. Use at least ${minLength}, for example four words.`;
  if (length > maxLength) return `The password has ${length} characters. Use at most ${maxLength}.`;
  if (new Set(password).size < 4)
    return "The password repeats itself. Use at least four different characters.";
  if (password.toLowerCase().includes(email.toLowerCase()) && email !== "")
    return "The password contains the email address. Use something that is not written beside it.";
  return undefined;
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFKC"), parameters));

/** No password has this hash, and to find that out takes as long as for any other. */
const decoy = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$06vwigEWyGBc64rU58uWPQ$oH91NNKknfzermjakuSQ//DNFqnjiafF5jPPYGIoW7U`;

/** Takes the same time for an account that does not exist (`null`) as for one that does. */
export async function verifyPassword(held: string | null, password: string): Promise<boolean> {
  const usable = held?.startsWith("$argon2id$") ? held : null;
  const matches = await inTurn(() => verify(usable ?? decoy, password.normalize("NFKC")));
  return matches && usable !== null;
}
