import { RestError } from "./rest-error";

export const etagOf = (version: number): string => `"${version}"`;

/** The version that a change is made over, out of If-Match. */
export function versionOf(header: string | null): number {
  if (header === null)
    throw new RestError(
      "version-required",
      'Say which version you change: send the ETag that you read as the header If-Match, for example If-Match: "3".',
    );
  const [, digits] = /^"([1-9]\d{0,8})"$/.exec(header.trim()) ?? [];
  if (digits === undefined)
    throw new RestError(
      "malformed-request",
      'If-Match holds one version in quotation marks, for example If-Match: "3".',
    );
  return Number(digits);
}

/** What a client calls its request, so that it may repeat it; undefined where it gave no name. */
export function idempotencyKeyOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(header))
    throw new RestError(
      "malformed-request",
      "Idempotency-Key holds 1 to 200 printable characters without spaces, for example a UUID.",
    );
  return header;
}
