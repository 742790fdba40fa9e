import { acceptedLogo } from "@/lib/importers/logo";
import { checkHouseStyle } from "@/lib/schemas/check-house-style";
import type { HouseStyleContent } from "@/lib/schemas/house-style";
import { shownNumber } from "@/lib/schemas/shown";
import { readBytes } from "./read-bytes";
import { Refused } from "./refused";

/** The largest logo as text takes a third of it. */
const mostBytes = 1_000_000;

/** A house style as a file; refused with every field that needs mending. */
export function readHouseFile(path: string, folder: string): HouseStyleContent {
  const bytes = readBytes(path, folder, (size) =>
    size > mostBytes
      ? `This file has ${shownNumber(Math.ceil(size / 1000))} kB; a house style has at most ${shownNumber(mostBytes / 1000)} kB. Take a smaller logo.`
      : null,
  );
  const checked = checkHouseStyle(jsonOf(path, bytes));
  if (!checked.ok) throw new Refused(1, mends(path, checked.issues));
  const { logo, ...content } = checked.value;
  if (logo === null) return checked.value;
  const accepted = acceptedLogo(logo);
  if ("refusal" in accepted)
    throw new Refused(1, mends(path, [{ path: "logo", message: accepted.refusal }]));
  return { ...content, logo: accepted };
}

function jsonOf(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused(
      1,
      `${path}: This file is not JSON in UTF-8. Mend it, or take the house style of an export of everything.`,
    );
  }
}

type Mend = { readonly path: string; readonly message: string };

function mends(path: string, issues: readonly Mend[]): string {
  const count = issues.length === 1 ? "One thing" : `${issues.length} things`;
  const lines = issues.map((issue) => `  ${issue.message}\n    at ${issue.path}`);
  return [`${path} was not taken as a house style. ${count} to mend:`, ...lines].join("\n");
}
