import { randomBytes } from "node:crypto";

/** Without the letters that are mistaken for digits: people read these to each other. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 10;
const wellFormed = /^[\w.:-]{6,64}$/;

export function newRequestId(): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** The id that a proxy of the operator's gave the request, where there is one, else a new one. */
export function requestIdOf(given: string | string[] | undefined, hasProxy: boolean): string {
  return hasProxy && typeof given === "string" && wellFormed.test(given) ? given : newRequestId();
}
