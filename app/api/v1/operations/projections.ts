import { operation } from "@/lib/adapters/rest/operation";
import { projection } from "@/lib/schemas/projection";
import { givenPlan, givenPlanQuery, projectionQuery } from "@/lib/schemas/rest";
import { projectGiven, projectStored } from "@/lib/services/projections";
import { examples } from "./examples";

const group = "Projections";
const whatItIs =
  "Months are counted from 0. Amounts are in the currency of the plan; series have one number a month. An option whose status is not complete has no amounts: missing names what is unpriced. The named lines of cost, month by month and paid and consumed, come with ?lines=true.";

export const projectionOperations = [
  operation({
    id: "project",
    method: "POST",
    path: "/projections",
    group,
    summary: "Compute a plan that you send",
    description: `A plan in, its projection out. Nothing is stored. ${whatItIs}`,
    access: "read",
    query: givenPlanQuery,
    body: {
      schema: givenPlan,
      description: "A plan file, as it is exported, or the plan inside it.",
      example: examples.file,
      holds: "plan",
    },
    isPure: true,
    answer: { status: 200, description: "The projection of the plan.", schema: projection },
    problems: ["invalid"],
    run: async (ctx, { body, query: { lines } }) => ({
      body: await projectGiven(ctx, { content: body, withLines: lines === "true" }),
    }),
  }),
  operation({
    id: "getProjection",
    method: "GET",
    path: "/plans/{planId}/projection",
    group,
    summary: "Compute a stored plan",
    description: `The projection of a plan, or of the plan under one of its scenarios. ${whatItIs} The ETag is the version of the plan.`,
    access: "read",
    query: projectionQuery,
    answer: {
      status: 200,
      description: "The projection of the plan.",
      schema: projection,
      hasVersion: true,
    },
    problems: ["not-found", "invalid"],
    run: async (ctx, { params: { planId = "" }, query: { scenario, lines } }) => {
      const found = await projectStored(ctx, {
        planId,
        scenarioId: scenario,
        withLines: lines === "true",
      });
      return { body: found.projection, version: found.planVersion };
    },
  }),
];
