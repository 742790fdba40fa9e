import { parse } from "@/lib/adapters/parse";
import { operation } from "@/lib/adapters/rest/operation";
import type { Context } from "@/lib/auth/context";
import { templateIds } from "@/lib/catalog/templates";
import {
  noQuery,
  pageQuery,
  planCreated,
  planGivenOrNew,
  planNew,
  planPage,
  planResource,
} from "@/lib/schemas/rest";
import { isRecord } from "@/lib/schemas/walk";
import { listPlanPage } from "@/lib/services/plan-pages";
import { removePlan } from "@/lib/services/plan-states";
import { createPlan, getPlan, importPlan, type PlanCreated } from "@/lib/services/plans";
import { examples } from "./examples";

const group = "Plans";
const defaultLimit = 20;
const newPlan = planNew(templateIds);

export const planOperations = [
  operation({
    id: "listPlans",
    method: "GET",
    path: "/plans",
    group,
    summary: "List the plans",
    description: `A page of the plans, the newest made first: ${defaultLimit} unless limit says otherwise. The header Link has the address of the next page.`,
    access: "read",
    query: pageQuery,
    answer: { status: 200, description: "A page of plans.", schema: planPage, isPage: true },
    problems: ["invalid"],
    run: async (ctx, { query: { limit = defaultLimit, cursor } }) => {
      const page = await listPlanPage(ctx, { limit, cursor });
      const next = page.nextCursor && `/plans?limit=${limit}&cursor=${page.nextCursor}`;
      return { body: page, next: next ?? undefined };
    },
  }),
  operation({
    id: "createPlan",
    method: "POST",
    path: "/plans",
    group,
    summary: "Make a plan",
    description: "From a plan file, from the plan inside it, or from a starter template.",
    access: "write",
    query: noQuery,
    body: {
      schema: planGivenOrNew(templateIds),
      description: "A plan file, a plan, or the name of a template with a name for the plan.",
      example: examples.newPlan,
      holds: "plan",
    },
    answer: {
      status: 201,
      description: "Made. The header Location has its address.",
      schema: planCreated,
      hasVersion: true,
    },
    problems: ["invalid"],
    run: async (ctx, request) => {
      const { id } = await create(ctx, request);
      return { body: { id, version: 1 }, version: 1, location: `/plans/${id}` };
    },
  }),
  operation({
    id: "getPlan",
    method: "GET",
    path: "/plans/{planId}",
    group,
    summary: "Read a plan",
    description:
      "The plan as a plan file holds it, with the versions of its parts. The ETag is the version of the plan: every change to a part raises it.",
    access: "read",
    query: noQuery,
    answer: { status: 200, description: "The plan.", schema: planResource, hasVersion: true },
    problems: ["not-found"],
    run: async (ctx, { params: { planId = "" } }) => {
      const { canEdit: _, ...stored } = await getPlan(ctx, { planId });
      return { body: stored, version: stored.version };
    },
  }),
  operation({
    id: "deletePlan",
    method: "DELETE",
    path: "/plans/{planId}",
    group,
    summary: "Delete a plan",
    description: "Members can restore it on the page of the plans.",
    access: "write",
    query: noQuery,
    needsVersion: true,
    answer: { status: 204, description: "Deleted.", schema: null },
    problems: ["not-found"],
    run: async (ctx, { params: { planId = "" }, version }) => {
      await removePlan(ctx, { planId, expectedVersion: version });
      return { body: null };
    },
  }),
];

type Sent = { readonly body: unknown; readonly text: string };

/** The text goes on as it came: the importer reads it as it reads a file. */
function create(ctx: Context, { body, text }: Sent): Promise<PlanCreated> {
  const id = crypto.randomUUID();
  if (isRecord(body) && Object.hasOwn(body, "templateId"))
    return createPlan(ctx, { id, ...parse(newPlan, body) });
  const isFile = isRecord(body) && Object.hasOwn(body, "loadline");
  const file = isFile ? text : `{"loadline":"plan","schemaVersion":1,"plan":${text}}`;
  return importPlan(ctx, { id, file });
}
