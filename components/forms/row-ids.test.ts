import { expect, it } from "vitest";
import { rowId } from "@/lib/schemas/figure";
import { copyName, rowIdFor } from "./row-ids";

it("makes ids that the schema takes, from any name", () => {
  for (const name of ["Cloud H200", "Überweisung 2", "4 servers", "请求", "a".repeat(80), "-- x"]) {
    const id = rowIdFor(name, ["cloud-h200"], "option");
    expect(rowId.safeParse(id).success, `${name} gave ${id}`).toBe(true);
  }
});

it("steps past taken ids and names", () => {
  expect(rowIdFor("Cloud", ["cloud", "cloud-2"], "option")).toBe("cloud-3");
  expect(copyName("Cloud 2", ["Cloud", "Cloud 2"])).toBe("Cloud 3");
});
