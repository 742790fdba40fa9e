import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dataFolderPath, makeDataFolder, secretsOf } from "./data-folder";

describe("the data folder", () => {
  it("lies in the checkout of an ordinary user", () => {
    expect(dataFolderPath("app", {}, false, "/home/ana/loadline")).toBe(
      "/home/ana/loadline/.data/app",
    );
  });

  it("lies where PostgreSQL's user can reach it when root starts", () => {
    const path = dataFolderPath("app", {}, true, "/root/loadline");
    expect(path).toMatch(/^\/var\/lib\/loadline\/loadline-[0-9a-f]{8}\/app$/);
    expect(dataFolderPath("app", {}, true, "/srv/loadline")).not.toBe(path);
    expect(dataFolderPath("dev", {}, true, "/root/loadline")).not.toBe(path);
  });

  it("is where LOADLINE_DATA says", () => {
    for (const asRoot of [true, false]) {
      expect(dataFolderPath("app", { LOADLINE_DATA: "/srv/data" }, asRoot)).toBe("/srv/data");
    }
  });
});

describe("its secrets", () => {
  let folder: string;
  beforeEach(() => {
    folder = makeDataFolder(mkdtempSync(join(tmpdir(), "loadline-secrets-")));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are made once and differ from each other", () => {
    const secrets = secretsOf(folder);
    expect(secretsOf(folder)).toEqual(secrets);
    const values = Object.values(secrets);
    expect(new Set(values).size).toBe(4);
    for (const value of values) expect(value).toHaveLength(43);
  });

  it("are readable by their owner alone", () => {
    secretsOf(folder);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  });
});
