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

export type ArchivedFile = {
  readonly folder:
    | "suppliers"
    | "quotes"
    | "attachments"
    | "rfqs"
    | "awards"
    | "catalog"
    | "house"
    | "proposals"
    | "proposal-templates";
  readonly id: string;
  /** What it is called; made safe and single in its folder. */
  readonly name: string;
  /** With its dot. */
  readonly ending: string;
  readonly bytes: Uint8Array | string;
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
  /** What is no plan: suppliers, quotes as JSON, and files as they came. */
  readonly addFile: (file: ArchivedFile) => void;
  /** Bytes so far. */
  readonly size: () => number;
  readonly end: () => Uint8Array<ArrayBuffer>;
};

/**
 * Everything of an organization in one ZIP: each plan and template as a plan file, which imports as it is, suppliers and
 * quotes, RFQs, awards, proposals with their issues and approvals, and own catalog entries as JSON, memos as Markdown, what came with the quotes as it came,
 * and `contents.json`, which says what they are.
 */
export function openArchive({ organization, exportedAt }: About): OrganizationArchive {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const size = () => chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const pack = (path: string, content: string | Uint8Array) => {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = exportedAt;
    zip.add(entry);
    entry.push(typeof content === "string" ? encoder.encode(content) : content, true);
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
    addFile: ({ folder, id, name, ending, bytes, about }) => {
      const file = freeFile(`${folder}/${plainName(name)}`, ending, taken);
      taken.add(file);
      files.push({ file, id, name, ...about });
      pack(file, bytes);
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

function freeFile(path: string, ending: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? `${path}${ending}` : `${path}-${number}${ending}`;
    if (!taken.has(tried)) return tried;
  }
}

/** A name that any file system takes. */
const plainName = (name: string) =>
  name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_-]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80) || "unnamed";

/** "acme-2026-11-28.zip". */
export const archiveFileName = (organizationName: string, exportedAt: string): string =>
  planFileName(organizationName).replace(".loadline.json", `-${exportedAt.slice(0, 10)}.zip`);
