import { planSchemaVersion } from "./plan";
import { nearest, shownInput, shownNumber } from "./shown";
import { isRecord } from "./walk";
import type { InputIssue } from "./wording";

/** A plan of 50 workloads, 50 options and 50 scenarios stays well below. */
export const planFileLimitBytes = 1_000_000;

export const planFileTooLarge = (bytes: number): string =>
  `This file has ${shownNumber(Math.ceil(bytes / 1000))} kB; a plan file has at most ${shownNumber(planFileLimitBytes / 1000)} kB. Choose a file exported from a plan.`;

const notAPlanFile = `This is not a Loadline plan file. Choose a file exported from a plan; it begins with "loadline": "plan".`;
const envelope = ["loadline", "schemaVersion", "plan"];

/** What is wrong with the frame around the plan, if anything. */
export function envelopeIssue(input: unknown): InputIssue | undefined {
  if (!isRecord(input) || !Object.hasOwn(input, "loadline") || input.loadline !== "plan")
    return { path: "loadline", message: notAPlanFile };
  const version = versionMessage(input.schemaVersion);
  if (version) return { path: "schemaVersion", message: version };
  const stranger = Object.keys(input).find((key) => !envelope.includes(key));
  if (stranger !== undefined) return { path: stranger, message: strangerMessage(stranger) };
  if (!isRecord(input.plan))
    return { path: "plan", message: "The plan (plan) is missing. Export the file again." };
  return undefined;
}

function strangerMessage(key: string): string {
  const near = nearest(key, envelope);
  return `${shownInput(key)} is not a field of a plan file that Loadline knows. ${near ? `Did you mean \u201c${near}\u201d?` : "Remove it."}`;
}

function versionMessage(version: unknown): string | undefined {
  if (version === planSchemaVersion) return undefined;
  if (typeof version === "number" && Number.isInteger(version) && version > planSchemaVersion)
    return `This file is version ${version}; this Loadline reads up to ${planSchemaVersion}. Update Loadline, or export it again from a Loadline that writes version ${planSchemaVersion}.`;
  return `The version of the file (schemaVersion) is ${version === undefined ? "missing" : shownInput(version)}. Use ${planSchemaVersion}.`;
}
