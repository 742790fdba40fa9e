import { type Operation, operation } from "@/lib/adapters/rest/operation";
import type { Context } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { supplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { noQuery, optionList, partSaved, scenarioList, workloadList } from "@/lib/schemas/rest";
import { scenario } from "@/lib/schemas/scenario";
import { isRecord } from "@/lib/schemas/walk";
import { workload } from "@/lib/schemas/workload";
import { removeOption, saveOption } from "@/lib/services/options";
import type { RowOfPlan, RowSaved, SaveRow } from "@/lib/services/plan-rows";
import { getPlan } from "@/lib/services/plans";
import { removeScenario, saveScenario } from "@/lib/services/scenarios";
import { removeWorkload, saveWorkload } from "@/lib/services/workloads";
import { examples } from "./examples";

/** What sets the three lists of a plan apart. */
type Kind = {
  readonly rows: "workloads" | "options" | "scenarios";
  readonly noun: "workload" | "option" | "scenario";
  readonly name: "Workload" | "Option" | "Scenario";
  readonly a: "a" | "an";
  readonly what: string;
  readonly row: NonNullable<Operation["body"]>["schema"];
  readonly list: NonNullable<Operation["body"]>["schema"];
  readonly example: unknown;
  readonly save: (ctx: Context, input: SaveRow) => Promise<RowSaved>;
  readonly remove: (ctx: Context, input: RowOfPlan) => Promise<RowSaved>;
};

const kinds: readonly Kind[] = [
  {
    rows: "workloads",
    noun: "workload",
    name: "Workload",
    a: "a",
    what: "What is asked of the machines: requests and tokens, or training runs.",
    row: workload,
    list: workloadList,
    example: examples.workload,
    save: saveWorkload,
    remove: removeWorkload,
  },
  {
    rows: "options",
    noun: "option",
    name: "Option",
    a: "an",
    what: "One way to serve the workloads: an API, rented accelerators, or servers of one's own.",
    row: supplyOption,
    list: optionList,
    example: examples.option,
    save: saveOption,
    remove: removeOption,
  },
  {
    rows: "scenarios",
    noun: "scenario",
    name: "Scenario",
    a: "a",
    what: "Some inputs of the plan set to other values.",
    row: scenario,
    list: scenarioList,
    example: examples.scenario,
    save: saveScenario,
    remove: removeScenario,
  },
];

const groupOf = ({ name }: Kind) => `${name}s of a plan`;
const listPath = ({ rows }: Kind) => `/plans/{planId}/${rows}` as const;
const rowPath = ({ rows, noun }: Kind) => `/plans/{planId}/${rows}/{${noun}Id}` as const;
const rowIdOf = ({ noun }: Kind, params: Readonly<Record<string, string>>) =>
  params[`${noun}Id`] ?? "";

function listRows(kind: Kind): Operation {
  const { rows, name } = kind;
  return operation({
    id: `list${name}s`,
    method: "GET",
    path: listPath(kind),
    group: groupOf(kind),
    summary: `List the ${rows}`,
    description: `${kind.what} A plan has at most 50, so they come all at once, each with its version.`,
    access: "read",
    query: noQuery,
    answer: { status: 200, description: `The ${rows} of the plan.`, schema: kind.list },
    problems: ["not-found"],
    run: async (ctx, { params: { planId = "" } }) => {
      const { plan, rowVersions } = await getPlan(ctx, { planId });
      const items = plan[rows].map((row) => ({ version: rowVersions[`${rows}.${row.id}`], row }));
      return { body: { items } };
    },
  });
}

function createRow(kind: Kind): Operation {
  const { rows, noun, name } = kind;
  return operation({
    id: `create${name}`,
    method: "POST",
    path: listPath(kind),
    group: groupOf(kind),
    summary: `Add ${kind.a} ${noun}`,
    description: `The id is yours: it names the ${noun} in paths to figures.`,
    access: "write",
    query: noQuery,
    body: { ...bodyOf(kind), description: `The new ${noun}.` },
    answer: {
      status: 201,
      description: "Added. The header Location has its address.",
      schema: partSaved,
      hasVersion: true,
    },
    problems: ["not-found", "conflict", "invalid"],
    run: async (ctx, { params: { planId = "" }, body }) => {
      const saved = await kind.save(ctx, { planId, expectedVersion: null, body });
      return { ...savedAnswer(saved), location: `/plans/${planId}/${rows}/${saved.rowId}` };
    },
  });
}

function getRow(kind: Kind): Operation {
  const { rows, noun, name } = kind;
  return operation({
    id: `get${name}`,
    method: "GET",
    path: rowPath(kind),
    group: groupOf(kind),
    summary: `Read ${kind.a} ${noun}`,
    description: "As a plan file holds it. The ETag is its version.",
    access: "read",
    query: noQuery,
    answer: { status: 200, description: `The ${noun}.`, schema: kind.row, hasVersion: true },
    problems: ["not-found"],
    run: async (ctx, { params }) => {
      const { plan, rowVersions } = await getPlan(ctx, { planId: params.planId ?? "" });
      const body = rowIn(plan, kind, rowIdOf(kind, params));
      return { body, version: rowVersions[`${rows}.${body.id}`] ?? 1 };
    },
  });
}

function rowIn(plan: Plan, { rows, noun }: Kind, id: string): Plan[Kind["rows"]][number] {
  const row = plan[rows].find((held) => held.id === id);
  if (!row) throw new AppError("NOT_FOUND", `This plan has no such ${noun}.`);
  return row;
}

function saveRow(kind: Kind): Operation {
  const { noun, name } = kind;
  return operation({
    id: `save${name}`,
    method: "PUT",
    path: rowPath(kind),
    group: groupOf(kind),
    summary: `Save ${kind.a} ${noun}`,
    description: "All of it: what is left out is gone.",
    access: "write",
    query: noQuery,
    body: { ...bodyOf(kind), description: `The ${noun} as it shall be.` },
    needsVersion: true,
    answer: { status: 200, description: "Saved.", schema: partSaved, hasVersion: true },
    problems: ["not-found", "invalid"],
    run: async (ctx, { params, body, version: expectedVersion }) => {
      refuseOtherId(kind, rowIdOf(kind, params), body);
      const planId = params.planId ?? "";
      return savedAnswer(await kind.save(ctx, { planId, expectedVersion, body, exact: true }));
    },
  });
}

function removeRow(kind: Kind): Operation {
  const { noun, name } = kind;
  return operation({
    id: `delete${name}`,
    method: "DELETE",
    path: rowPath(kind),
    group: groupOf(kind),
    summary: `Delete ${kind.a} ${noun}`,
    description: `What points at the ${noun} is read without it. Members can restore it.`,
    access: "write",
    query: noQuery,
    needsVersion: true,
    answer: { status: 204, description: "Deleted.", schema: null },
    problems: ["not-found"],
    run: async (ctx, { params, version: expectedVersion }) => {
      const rowId = rowIdOf(kind, params);
      await kind.remove(ctx, { planId: params.planId ?? "", rowId, expectedVersion });
      return { body: null };
    },
  });
}

const bodyOf = ({ row: schema, example }: Kind) => ({ schema, example, holds: "row" }) as const;

const savedAnswer = ({ rowId: id, rowVersion: version, planVersion }: RowSaved) => ({
  body: { id, version, planVersion },
  version,
});

function refuseOtherId({ noun }: Kind, id: string, body: unknown): void {
  if (!isRecord(body) || body.id === undefined || body.id === id) return;
  const message = `The id in the body is not the one in the address. Use the id of the ${noun} in both.`;
  throw new AppError("INVALID", message, { fields: { id: message } });
}

export const rowOperations: readonly Operation[] = kinds.flatMap((kind) => [
  listRows(kind),
  createRow(kind),
  getRow(kind),
  saveRow(kind),
  removeRow(kind),
]);
