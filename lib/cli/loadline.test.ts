import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { project } from "@/lib/engine";
import type { Projection } from "@/lib/engine/types";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Plan } from "@/lib/schemas/plan";
import type { FileFormat } from "@/lib/schemas/proposal-file";
import { testPlan } from "@/lib/testing/plan";
import { run } from "./loadline";

const checkout = resolve(import.meta.dirname, "../..");
const priceRows = join(checkout, "lib/testing/prices/litellm-rows.json");
const folder = mkdtempSync(join(tmpdir(), "loadline-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as a user runs it, in a folder of theirs and without a database's address. */
function loadline(...args: string[]) {
  const { DATABASE_URL: _, APP_DATABASE_URL: __, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(checkout, "scripts/loadline.ts"), ...args],
    { cwd: checkout, env: { ...environment, INIT_CWD: folder }, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

/** The same in this process, where starting one more would show nothing new. */
async function here(...args: string[]) {
  let [stdout, stderr] = ["", ""];
  const status = await run({
    args,
    folder,
    print: (text) => {
      stdout += text;
    },
    complain: (text) => {
      stderr += text;
    },
  });
  return { status, stdout, stderr };
}

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const fileOf = (plan: Plan) => planFileText({ loadline: "plan", schemaVersion: 1, plan });

describe("npm run loadline", () => {
  it("prints the projection of a plan file as JSON, the same as the engine's", () => {
    const { status, stdout } = loadline(
      "project",
      write("plan.json", fileOf(testPlan())),
      "--json",
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(project(testPlan()))));
  });

  it("prints totals, break-even and what is missing as text", () => {
    const { status, stdout } = loadline("project", write("plan.json", fileOf(testPlan())));
    expect(status).toBe(0);
    expect(stdout).toContain("36 months from Jan 2027, in USD");
    expect(stdout).toMatch(/Managed API +Managed API +\$[\d,]+/);
    expect(stdout).toMatch(/HGX H200 +On-premises( +unpriced){6}\n/);
    expect(stdout).toContain("HGX H200 is not ranked: installation, a server is unpriced.");
    expect(stdout).toMatch(/Cloud H200 (never )?costs less than Managed API/);
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it("says what to know of what it computed", async () => {
    const plan = testPlan();
    const workloads = plan.workloads.map((row) =>
      row.kind === "training"
        ? { ...row, firstRunMonth: { ...row.firstRunMonth, value: 100 } }
        : row,
    );
    const { stdout } = await here("project", write("late.json", fileOf({ ...plan, workloads })));
    expect(stdout).toMatch(
      /To know:[\s\S]*costs nothing here: its first run is in month 100, and the plan ends with month 36\./,
    );
  });

  it("computes every plan in docs/examples", async () => {
    const examples = readdirSync(join(checkout, "docs/examples")).filter((f) =>
      f.endsWith(".json"),
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const { status, stdout } = await here("project", join(checkout, "docs/examples", example));
      expect(status).toBe(0);
      expect(stdout).toMatch(/Per M tokens[\s\S]*\$\d/);
    }
  });

  it("names field, value and mend of a plan that will not do", () => {
    const plan = testPlan() as { horizonMonths: number } & Plan;
    plan.horizonMonths = 500;
    const { status, stdout, stderr } = loadline("project", write("long.json", fileOf(plan)));
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr:
        "long.json was not computed. One thing to mend:\n  Horizon is 500 months. Enter a whole number from 1 to 120 months.\n    at horizonMonths\n",
    });
  });

  it.each<[string, () => string[], number, string]>([
    ["a missing file", () => ["project", "none.json"], 2, "There is no file"],
    ["a folder", () => ["project", "."], 2, "is a folder"],
    ["broken JSON", () => ["project", write("broken.json", "{")], 1, "This file is not JSON"],
    ["a large file", () => ["project", write("large.json", " ".repeat(2_000_000))], 1, "2,000 kB"],
    [
      "a newer version",
      () => ["project", write("newer.json", '{"loadline":"plan","schemaVersion":2,"plan":{}}')],
      1,
      "This file is version 2; this Loadline reads up to 1.",
    ],
    ["no file at all", () => ["project"], 2, "The plan file is missing."],
    ["an unknown command", () => ["compute"], 2, 'There is no command "compute".'],
    ["an unknown flag", () => ["project", "a.json", "--csv"], 2, '"--csv" is one too many.'],
  ])("refuses %s in words", async (_, args, code, words) => {
    const { status, stdout, stderr } = await here(...args());
    expect(status).toBe(code);
    expect(stdout).toBe("");
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it("judges the throughput estimate on a file of measured points, as tables and as JSON", async () => {
    const points = join(checkout, "lib/testing/throughput-points.csv");
    const words = await here("estimate", points);
    expect(words.status).toBe(0);
    expect(words.stdout).toMatch(/Time per output token\n.*Points +Median +p90/);
    const { status, stdout } = await here("estimate", points, "--json");
    expect(status).toBe(0);
    const { timePerOutputToken, timeToFirstToken, issues } = JSON.parse(stdout);
    expect(timePerOutputToken.overall.medianFraction).toBeGreaterThan(0);
    expect(timeToFirstToken.byMachine.length).toBeGreaterThan(2);
    expect(issues[0]).toMatchObject({ row: expect.any(Number), mend: expect.any(String) });
  });

  it("prints what a file of prices holds as JSON alone, and what to know beside it", async () => {
    const { status, stdout, stderr } = loadline("import", "litellm", priceRows, "--dry-run");
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(["accepted", "suspicious", "refused"]);
    expect(report.suspicious[0]).toMatchObject({
      key: expect.any(String),
      reason: expect.any(String),
    });
    expect(stderr).toContain("accepted");
    expect(stderr).toContain("when the file was last changed: it carries no date");
    expect((await here("import", "litellm", priceRows, "--dry-run")).stdout).toBe(stdout);
  });

  it("dates prices as told, else by the file's name, and names the cloud by it", async () => {
    const table = "Price,Region,InstanceType,AcceleratorCount,AcceleratorName\n23.6,eu,m,8,H100\n";
    const named = write("nebius_vms_2026-05-08.csv", table);
    const [price] = JSON.parse(
      (await here("import", "skypilot", named, "--dry-run")).stdout,
    ).accepted;
    expect(price).toMatchObject({ date: "2026-05-08", subject: { provider: "Nebius" } });
    const options = ["--observed-on=2026-06-01", "--provider", "Mine"];
    const told = await here("import", "skypilot", named, "--dry-run", ...options);
    expect(JSON.parse(told.stdout).accepted[0]).toMatchObject({
      date: "2026-06-01",
      subject: { provider: "Mine" },
    });
    expect((await here("import", "skypilot", write("x.csv", table), "--dry-run")).stderr).toContain(
      "--provider",
    );
  });

  it("says where a second source asks otherwise", async () => {
    const pricing = { prompt: "0.0000001", completion: "0.0000006" };
    const models = JSON.stringify({ data: [{ id: "openai/gpt-5.6-luna", pricing }] });
    const against = `--against=openrouter:${write("models.json", models)}`;
    const { stderr } = await here("import", "litellm", priceRows, "--dry-run", against);
    expect(stderr).toContain("openai/gpt-5-6-luna, input: $0.10 (OpenRouter models");
  });

  it.each<[string, () => string[], number, string]>([
    ["no source", () => [], 2, "The source is missing."],
    ["an unknown source", () => ["prices", "a", "--dry-run"], 2, "litellm, openrouter, skypilot"],
    ["no file", () => ["litellm", "--dry-run"], 2, "The file is missing."],
    ["no dry run", () => ["litellm", "a.json"], 2, "needs the database"],
    [
      "a wrong date",
      () => ["litellm", "a", "--dry-run", "--observed-on", "1.8.26"],
      2,
      "YYYY-MM-DD",
    ],
    [
      "a date to come",
      () => ["litellm", "a", "--dry-run", "--observed-on=2199-01-01"],
      2,
      "up to today",
    ],
    [
      "an unknown flag",
      () => ["litellm", "a", "--dry-run", "--fast"],
      2,
      '"--fast" is one too many',
    ],
    ["a missing file", () => ["litellm", "none.json", "--dry-run"], 2, "There is no file"],
    ["no JSON", () => ["litellm", write("no.json", "{"), "--dry-run"], 1, "not JSON"],
    [
      "a wrong table",
      () => ["skypilot", write("no.csv", "a,b"), "--dry-run"],
      1,
      "has no InstanceType",
    ],
    [
      "100 MB",
      () => ["openrouter", write("big.json", " ".repeat(1e8)), "--dry-run"],
      1,
      "100 MB; a price file may have up to 20 MB",
    ],
  ])("refuses to import %s, in words", async (_, args, code, words) => {
    const { status, stdout, stderr } = await here("import", ...args());
    expect({ status, stdout }).toEqual({ status: code, stdout: "" });
    expect(stderr).toContain(words);
  });

  it("judges nothing where no row can be read, and says what to mend", async () => {
    const { status, stdout, stderr } = await here("estimate", write("other.csv", "a,b\n1,2\n"));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("no row could be judged");
    expect(stderr).toContain("silicon_tpot_ms");
    expect((await here("estimate")).stderr).toContain("The CSV file is missing.");
  });

  it("says what of a benchmark can be used, as text and as JSON", async () => {
    const benchmark = join(checkout, "docs/examples/vllm-benchmark.jsonl");
    const { status, stdout } = await here("benchmark", benchmark);
    expect(status).toBe(0);
    expect(stdout).toContain("6 points accepted, 0 suspicious, 0 rows refused.");
    expect(stdout).toContain("Llama-3.1-70B-Instruct on 2 × NVIDIA H200 SXM");
    const { runs, refused } = JSON.parse((await here("benchmark", benchmark, "--json")).stdout);
    expect(runs[0].points).toHaveLength(6);
    expect(refused).toEqual([]);
    const odd = await here("benchmark", write("other.json", '{"a": 1}'));
    expect({ status: odd.status, stdout: odd.stdout }).toEqual({ status: 1, stdout: "" });
    expect(odd.stderr).toContain("no point can be used as it is");
    expect(odd.stderr).toContain("Choose what vllm bench serve --save-result");
  });

  it("explains itself", async () => {
    for (const args of [[], ["--help"], ["project", "--help"]]) {
      const { status, stdout } = await here(...args);
      expect(status).toBe(0);
      expect(stdout).toContain("npm run -s loadline -- project PLAN.json --json");
    }
  });
});

describe("npm run loadline -- export", () => {
  /** Its analyses run the engine some hundred times: a short plan is soon done. */
  const plan = write("short.json", fileOf({ ...testPlan(), horizonMonths: 6 }));

  it("writes a proposal in a file, as its user starts it", () => {
    const { status, stdout, stderr } = loadline("export", "json", plan, "-o", "out.json");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toMatch(
      /^out\.json: JSON of \u201cClaims assistant\u201d, a draft, \d+ KB\.\n$/,
    );
    const { title, issued, results } = JSON.parse(readFileSync(join(folder, "out.json"), "utf8"));
    expect({ title, issued }).toEqual({ title: "Claims assistant", issued: null });
    expect(results.months).toBe(6);
  });

  it.each<[FileFormat, readonly number[]]>([
    ["pdf", [...Buffer.from("%PDF-")]],
    ["pptx", [0x50, 0x4b, 3, 4]],
    ["csv", [0x50, 0x4b, 3, 4]],
  ])("writes %s", async (format, begins) => {
    const { status } = await here("export", format, plan, "--output", `written.${format}`);
    expect(status).toBe(0);
    const bytes = readFileSync(join(folder, `written.${format}`));
    expect([...bytes.subarray(0, begins.length)]).toEqual(begins);
  });

  it("takes title, scenario, organization and readers, and writes over a file when told", async () => {
    const told = ["--title", "Buy now", "--audience=For the board", "--organization", "Halden"];
    const name = write("over.json", "old");
    const scenario = ["--scenario", "Slow price decline"];
    const { status } = await here(
      "export",
      "json",
      plan,
      "-o",
      name,
      ...told,
      "--force",
      ...scenario,
    );
    expect(status).toBe(0);
    const content = JSON.parse(readFileSync(join(folder, name), "utf8"));
    expect(content).toMatchObject({ title: "Buy now", organizationName: "Halden" });
    expect(content.subject).toMatch(/For the board$/);
    const base = project({ ...testPlan(), horizonMonths: 6 });
    const totals = (options: Projection["options"]) => options.map(({ summary }) => summary.cash);
    expect(totals(content.results.options)).not.toEqual(totals(base.options));
  });

  it("takes a house style and how numbers, dates and currencies read", async () => {
    const house = {
      ...{ accentColour: "#123456", logo: null, confidentiality: "Board only" },
      formats: { numbers: "1.234,56", dates: "20.11.2026", currency: "symbol" },
    };
    const exported = { loadline: "house-style", version: 3, content: house };
    const files = [write("house.json", JSON.stringify(house)), JSON.stringify(exported)];
    files[1] = write("exported.json", files[1] ?? "");
    for (const file of files) {
      const args = ["export", "json", plan, "--house", file, "--force", "-o=styled.json"];
      expect((await here(...args)).status).toBe(0);
      const styled = JSON.parse(readFileSync(join(folder, "styled.json"), "utf8"));
      expect(JSON.stringify(styled.tables)).toMatch(/"text":"\$\d+,\d/);
      expect((await here(...args, "--currency=code", "--numbers", "1,234.56")).status).toBe(0);
      const { tables } = JSON.parse(readFileSync(join(folder, "styled.json"), "utf8"));
      expect(JSON.stringify(tables)).toMatch(/"text":"USD\s\d+\.\d/);
    }
  });

  it("says of each field of a house style what to mend", async () => {
    const style = { accentColour: "#ffff00", colour: "#000000", formats: { numbers: "1234" } };
    const bad = write("bad-house.json", JSON.stringify(style));
    const args = ["export", "json", plan, "-o", "a", "--house", bad];
    const { status, stderr } = await here(...args);
    expect(status).toBe(1);
    expect(stderr).toContain("things to mend:");
    expect(stderr).toContain("Too light for white paper");
    expect(stderr).toContain("at accentColour");
    expect(stderr).toContain("colour\u201d is not a field");
    expect(stderr).toMatch(/Numbers is \u201c1234\u201d\. Use 1,234\.56/);
    expect(readdirSync(folder)).not.toContain("a");
    const logo = { mediaType: "image/png", base64: "PHN2ZyB4bWxucz0iIj4=" };
    const svg = write("svg-house.json", JSON.stringify({ logo }));
    expect((await here(...args.slice(0, -1), svg)).stderr).toMatch(/SVG.*Save it as PNG.*at logo/s);
  });

  it.each<[string, () => string[], number, string]>([
    [
      "a style that is none",
      () => ["pdf", plan, "-o", "a", "--dates", "x"],
      2,
      '--dates is "x". Use',
    ],
    ["no house", () => ["pdf", plan, "-o", "a", "--house", "none.json"], 2, "There is no file"],
    [
      "a flag with a value",
      () => ["pdf", plan, "-o", "a", "--force=yes"],
      2,
      '"--force=yes" is one',
    ],
    ["no format", () => [], 2, "The format is missing."],
    ["an unknown format", () => ["doc", plan, "-o", "a"], 2, '"doc" is no format. There are pdf'],
    ["no plan", () => ["pdf", "-o", "a.pdf"], 2, "The plan file is missing."],
    ["no file to write", () => ["pdf", plan], 2, "Say with -o FILE where it goes."],
    ["an empty -o", () => ["pdf", plan, "-o"], 2, "-o needs a value."],
    ["an unknown flag", () => ["pdf", plan, "-o", "a", "--fast"], 2, '"--fast" is one too many.'],
    ["a file that is there", () => ["pdf", plan, "-o", write("is.pdf", "")], 2, "add --force"],
    ["a folder", () => ["pdf", plan, "-o", "."], 2, "is a folder"],
    [
      "a folder that is not there",
      () => ["pdf", plan, "-o", "none/a.pdf"],
      2,
      "There is no folder",
    ],
    ["a missing plan", () => ["pdf", "none.json", "-o", "a"], 2, "There is no file"],
    ["no JSON", () => ["pdf", write("no-plan.json", "{"), "-o", "a"], 1, "This file is not JSON"],
    [
      "an unknown scenario",
      () => ["pdf", plan, "-o", "a", "--scenario", "Nope"],
      2,
      'The plan has no scenario "Nope". It has "',
    ],
    ["a long title", () => ["pdf", plan, "-o", "a", "--title", "x".repeat(121)], 2, "--title: "],
  ])("refuses %s, in words", async (_, args, code, words) => {
    const { status, stdout, stderr } = await here("export", ...args());
    expect({ status, stdout }).toEqual({ status: code, stdout: "" });
    expect(stderr).toContain(words);
    expect(readdirSync(folder)).not.toContain("a");
  });
});
