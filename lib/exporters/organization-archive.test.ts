import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readPlanText } from "@/lib/importers/plan-file";
import { testPlan } from "@/lib/testing/plan";
import { archiveFileName, openArchive } from "./organization-archive";

const exportedAt = "2026-11-28T05:00:00.000Z";
const archived = (id: string, folder: "plans" | "templates" = "plans") => ({
  folder,
  id,
  plan: testPlan(),
  about: { version: 3 },
});

it("holds each plan as a file that imports as it is, also those of one name", () => {
  const archive = openArchive({ organization: { name: "Acme" }, exportedAt });
  const sizes = [archived("1"), archived("2"), archived("3", "templates")].map((one) => {
    archive.add(one);
    return archive.size();
  });
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  const bytes = archive.end();
  expect(bytes.byteLength).toBe(archive.size());
  const { "contents.json": contents, ...plans } = unzipSync(bytes);
  expect(Object.keys(plans)).toEqual([
    "plans/claims-assistant.loadline.json",
    "plans/claims-assistant-2.loadline.json",
    "templates/claims-assistant.loadline.json",
  ]);
  for (const file of Object.values(plans))
    expect(readPlanText(strFromU8(file))).toMatchObject({ ok: true, value: { plan: testPlan() } });
  expect(JSON.parse(strFromU8(contents ?? new Uint8Array()))).toEqual({
    loadline: "organization",
    exportedAt,
    organization: { name: "Acme" },
    files: [
      {
        file: "plans/claims-assistant.loadline.json",
        id: "1",
        name: "Claims assistant",
        version: 3,
      },
      {
        file: "plans/claims-assistant-2.loadline.json",
        id: "2",
        name: "Claims assistant",
        version: 3,
      },
      {
        file: "templates/claims-assistant.loadline.json",
        id: "3",
        name: "Claims assistant",
        version: 3,
      },
    ],
  });
});

it("is named after the organization and the day, whatever the name is made of", () => {
  expect(archiveFileName('A"cme\r\n/../Ünïon', exportedAt)).toBe("a-cme-union-2026-11-28.zip");
});
