import { type Zippable, zipSync } from "fflate";
import type { OrganizationSettings } from "@/lib/schemas/organization-defaults";
import { type Plan, planSchemaVersion } from "@/lib/schemas/plan";
import { planFileName, planFileText } from "./plan-file";

/** A plan or a template on its way into the archive. */
export type Archived = {
  readonly folder: "plans" | "templates";
  readonly id: string;
  readonly plan: Plan;
  readonly about: Readonly<Record<string, string | number | boolean>>;
};

type Contents = {
  readonly organization: OrganizationSettings;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly archived: readonly Archived[];
};

/**
 * Everything of an organization in one ZIP: each plan and template as a plan file, which imports as it is, and
 * `contents.json`, which says what they are.
 */
export function organizationArchive(contents: Contents): Uint8Array<ArrayBuffer> {
  const { organization, exportedAt, archived } = contents;
  const files: Zippable = {};
  const listed = archived.map(({ folder, id, plan, about }) => {
    const path = `${folder}/${freePath(planFileName(plan.name), files, folder)}`;
    files[path] = encoded(
      planFileText({ loadline: "plan", schemaVersion: planSchemaVersion, plan }),
    );
    return { file: path, id, name: plan.name, ...about };
  });
  const said = { loadline: "organization", exportedAt, organization, files: listed };
  files["contents.json"] = encoded(`${JSON.stringify(said, null, 2)}\n`);
  return zipSync(files, { level: 6, mtime: exportedAt });
}

const encoder = new TextEncoder();
const encoded = (text: string) => encoder.encode(text);

/** Plans may share a name, and their files may not. */
function freePath(name: string, taken: Zippable, folder: string): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : name.replace(".loadline", `-${number}.loadline`);
    if (!Object.hasOwn(taken, `${folder}/${tried}`)) return tried;
  }
}

/** "acme-2026-11-28.zip". */
export const archiveFileName = (organizationName: string, exportedAt: string): string =>
  planFileName(organizationName).replace(".loadline.json", `-${exportedAt.slice(0, 10)}.zip`);
