import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text that fits into an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored in place of a secret. */
export const hashOfSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");
