import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { applyChanges, project } from "@/lib/engine";
import { plansOnDevices } from "@/lib/engine/testing/arbitrary-devices";
import { plansWithEstates } from "@/lib/engine/testing/arbitrary-estates";
import { arbitraryPlan } from "@/lib/engine/testing/arbitrary-plan";
import { plansSharingRequests } from "@/lib/engine/testing/arbitrary-shared-requests";
import { filesEach } from "@/lib/engine/testing/property-runs";
import type { Plan } from "@/lib/schemas/plan";
import { fillTemplate } from "@/lib/testing/fill-template";
import { examplePlan } from "@/lib/views/testing/example";
import { planBook, planBookFile } from "./plan-book";
import { differencesToTheCent } from "./testing/cents";
import { hostilePlan, hostileTexts } from "./testing/hostile-plan";
import { readBook } from "./testing/read-book";
import { type CellReader, calculator, recalculateFiles } from "./testing/recalculate-files";

const front = { title: "=4+4", lines: ["+5+5"] };
const fileOf = (plan: Plan) => planBookFile(plan, project(plan), front);
const bookOf = (plan: Plan) => planBook(plan, project(plan), front);
const samples = ["claims-assistant", "h200-against-gb300", "document-archive-batch"] as const;

describe("the file of a workbook", () => {
  const plan = examplePlan("claims-assistant");
  const read = readBook(fileOf(plan));
  const book = bookOf(plan);

  it("holds sheets, their styles, and nothing that runs or leads elsewhere", () => {
    const known =
      /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;
    expect(read.parts.filter((path) => !known.test(path))).toEqual([]);
    const all = read.parts.map(read.xml).join("");
    expect(all).not.toMatch(/TargetMode|vbaProject|externalLink|<hyperlink|\[\d+\]/);
  });

  it("begins with the summary, and has inputs, demand, options and their workings", () => {
    expect(read.sheets.map(({ name }) => name)).toEqual([
      ...["Summary", "Managed API", "Cloud H200", "Own H200 servers", "Break-even", "Inputs"],
      "Demand and prices",
      ...["Managed API workings", "Cloud H200 workings", "Own H200 servers workings"],
    ]);
  });

  it("names each input and each result once, for a cell that is there", () => {
    const own = read.names.filter(({ name }) => !name.startsWith("_xlnm."));
    expect(new Set(own.map(({ name }) => name.toLowerCase())).size).toBe(own.length);
    expect(own.length).toBeGreaterThan(60);
    for (const { name, refersTo } of own) {
      expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{2,254}$/);
      const [, sheet, address = ""] = /^'(.*)'!(.*)$/.exec(refersTo) ?? [];
      const cells = read.sheets.find((one) => one.name === sheet)?.cells;
      expect(cells?.has(address.replaceAll("$", "")), refersTo).toBe(true);
    }
  });

  it("says of each input its unit, evidence, source and date", () => {
    const inputs = read.sheets.find(({ name }) => name === "Inputs")?.cells;
    const at = read.names.find(({ name }) => name === "assumptions_powerPrice")?.refersTo;
    const row = at?.split("$").at(-1);
    const figure = plan.assumptions.powerPrice;
    const shown = [..."BCDE"].map((column) => inputs?.get(`${column}${row}`)?.value);
    expect(shown).toEqual([
      figure.value,
      "USD/kWh",
      figure.evidence,
      expect.stringContaining(figure.source ?? ""),
    ]);
  });

  it("asks whoever opens it to compute, and holds what Loadline computed until then", () => {
    expect(read.xml("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
    const [cash] = book.options.map(({ shown }) => shown.cash);
    const statement = read.sheets.find(({ name }) => name === "Managed API");
    const [held] = [statement?.cells.get(cash?.split("!")[1]?.replaceAll("$", "") ?? "")];
    expect(held?.value).toBe(project(plan).options[0]?.summary.cash);
    expect(held?.formula).toMatch(/^B\d+$/);
  });

  it("is the same for the same plan", () => {
    const short = examplePlan("h200-against-gb300");
    expect(Buffer.from(fileOf(short)).equals(Buffer.from(fileOf(short)))).toBe(true);
  });
});

describe("what people typed", () => {
  const book = bookOf(hostilePlan());
  const read = readBook(fileOf(hostilePlan()));

  it("is no formula in any sheet", () => {
    const written = book.sheets.map(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (typeof cell === "object" && cell ? cell.formula.length : [])),
      ),
    );
    const held = read.sheets.map(({ cells }) =>
      [...cells.values()].filter(({ formula }) => formula !== null),
    );
    expect(held.map(({ length }) => length)).toEqual(written.map(({ length }) => length));
    const formulas = held.flat().map(({ formula }) => (formula ?? "").replace(/'[^']*'!/g, ""));
    for (const formula of formulas) expect(formula).not.toMatch(/cmd|HYPERLINK|@|1\+1/);
    for (const text of hostileTexts) {
      const cells = read.sheets.flatMap((sheet) => [...sheet.cells.values()]);
      const found = cells.filter(({ value, formula }) => value === text && formula === null);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(({ isText }) => isText)).toBe(true);
    }
  });

  it("names sheets as spreadsheets allow, each once", () => {
    const names = read.sheets.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\']|^history$/);
    }
  });
});

/** So that a thousand files are never on disk at once. */
const filesAStart = 25;

/** Longer ones are no formula to Excel, which then repairs the file. */
const longestFormula = 8192;

describe(`recalculated by ${calculator}, the file equals the engine to the cent`, () => {
  const seed = fc.readConfigureGlobal().seed ?? Date.now();
  const anyPlan = fc.oneof(
    { weight: 3, arbitrary: arbitraryPlan() },
    { weight: 1, arbitrary: plansOnDevices },
    { weight: 1, arbitrary: plansSharingRequests },
    { weight: 1, arbitrary: plansWithEstates },
  );
  const random = fc.sample(anyPlan, { numRuns: filesEach, seed });
  const named = samples.map((name) => ({ name, plan: examplePlan(name) }));
  const claims = examplePlan("claims-assistant");
  const change = { path: "workloads.claims.requestsPerMonth", value: 31_000_000 };
  const changed = () => {
    const [sheet, address = ""] = bookOf(claims).input(change.path).split("!");
    const names = bookOf(claims).sheets.map(({ name }) => `'${name}'`);
    const typed = { [address.replaceAll("$", "")]: change.value };
    return fillTemplate(fileOf(claims), typed, names.indexOf(sheet ?? "") + 1);
  };
  let readers: readonly CellReader[] = [];
  beforeAll(() => {
    const files = [...named.map(({ plan }) => plan), hostilePlan(), ...random].map(fileOf);
    const all = [changed(), ...files];
    const starts = Array.from({ length: Math.ceil(all.length / filesAStart) }, (_, start) => start);
    readers = starts.flatMap((start) =>
      recalculateFiles(all.slice(start * filesAStart, (start + 1) * filesAStart)),
    );
  }, 1_800_000);
  const readerAt = (index: number) => {
    const reader = readers[index];
    if (!reader) throw new Error(`No file ${index} was recalculated.`);
    return reader;
  };

  it.each(named.map(({ name }, index) => [name, index] as const))("%s", (_, index) => {
    const plan = named[index]?.plan ?? claims;
    const differences = differencesToTheCent(bookOf(plan), project(plan), readerAt(1 + index));
    expect(differences).toEqual([]);
  });

  it("with an input changed in the file, as the engine with that input changed", () => {
    const plan = applyChanges(claims, [change]);
    expect(project(plan).options[0]?.summary.cash).not.toBe(
      project(claims).options[0]?.summary.cash,
    );
    expect(differencesToTheCent(bookOf(claims), project(plan), readerAt(0))).toEqual([]);
  });

  it("the month from which one option stays ahead", () => {
    const book = bookOf(claims);
    const read = readerAt(1);
    for (const { firstAhead, secondAhead, lead, values } of book.crossings) {
      expect(Math.max(Number(read(firstAhead)), Number(read(secondAhead)))).toBe(values.ahead);
      expect(Number(read(lead))).toBeCloseTo(values.lead, 2);
    }
  });

  it("names that look like formulas stay text", () => {
    const plan = hostilePlan();
    const read = readerAt(1 + named.length);
    expect(read("'Summary'!$A$1")).toBe("=4+4");
    expect(read("'Summary'!$A$2")).toBe("+5+5");
    const names = plan.options.map((_, index) => read(`'Summary'!$A$${6 + index}`));
    for (const text of hostileTexts) expect(names).toContain(text);
    expect(differencesToTheCent(bookOf(plan), project(plan), read)).toEqual([]);
  });

  it(`${random.length} random plans`, () => {
    for (const [index, plan] of random.entries()) {
      const read = readerAt(2 + named.length + index);
      const differences = differencesToTheCent(bookOf(plan), project(plan), read);
      expect(differences, `plan ${index} of seed ${seed}`).toEqual([]);
      const cells = bookOf(plan).sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      const lengths = cells.map((cell) =>
        cell !== null && typeof cell === "object" ? cell.formula.length : 0,
      );
      expect(lengths.reduce((most, one) => Math.max(most, one), 0)).toBeLessThan(longestFormula);
    }
  });
});
