import { Zip, ZipDeflate } from "fflate";
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

type About = {
  readonly organization: OrganizationSettings;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
};

export type OrganizationArchive = {
  /** Packs it at once: of what was added, the packed bytes alone are kept. */
  readonly add: (archived: Archived) => void;
  /** Bytes so far. */
  readonly size: () => number;
  readonly end: () => Uint8Array<ArrayBuffer>;
};

/**
 * Everything of an organization in one ZIP: each plan and template as a plan file, which imports as it is, and
 * `contents.json`, which says what they are.
 */
export function openArchive({ organization, exportedAt }: About): OrganizationArchive {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const size = () => chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const pack = (path: string, text: string) => {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = exportedAt;
    zip.add(entry);
    entry.push(encoder.encode(text), true);
  };
  const files: ({ readonly file: string } & Record<string, unknown>)[] = [];
  const taken = new Set<string>();
  return {
    add: ({ folder, id, plan, about }) => {
      const file = freePath(`${folder}/${planFileName(plan.name)}`, taken);
      taken.add(file);
      files.push({ file, id, name: plan.name, ...about });
      pack(file, planFileText({ loadline: "plan", schemaVersion: planSchemaVersion, plan }));
    },
    size,
    end: () => {
      const contents = { loadline: "organization", exportedAt, organization, files };
      pack("contents.json", `${JSON.stringify(contents, null, 2)}\n`);
      zip.end();
      return joined(chunks, size());
    },
  };
}

const encoder = new TextEncoder();

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** Plans may share a name, and their files may not. */
function freePath(path: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? path : path.replace(".loadline", `-${number}.loadline`);
    if (!taken.has(tried)) return tried;
  }
}

/** "acme-2026-11-28.zip". */
export const archiveFileName = (organizationName: string, exportedAt: string): string =>
  planFileName(organizationName).replace(".loadline.json", `-${exportedAt.slice(0, 10)}.zip`);
