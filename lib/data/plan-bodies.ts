import type { OrgId } from "@/lib/auth/context";
import { supplyOption } from "@/lib/schemas/option";
import { type Plan, planSettings } from "@/lib/schemas/plan";
import { scenario } from "@/lib/schemas/scenario";
import { workload } from "@/lib/schemas/workload";
import type { Transaction } from "./client";
import { whole } from "./rows";
import { type ServerQuoteRow, toServerQuote, withServerQuote } from "./server-quotes";

type Body = { readonly body: unknown };

/** What the tables hold of a plan, before parsing. */
export type PlanParts = {
  readonly settings: unknown;
  readonly name: string;
  readonly workloads: readonly Body[];
  readonly options: readonly (Body & { readonly serverQuote: ServerQuoteRow | null })[];
  readonly scenarios: readonly Body[];
};

export const inOrder = { orderBy: { position: "asc" } } as const;

/** Bodies are parsed on the way out too: what the schema no longer knows must fail here, and loudly. */
export function wholePlan({ settings, name, workloads, options, scenarios }: PlanParts): Plan {
  return {
    ...planSettings.parse({ ...(settings as object), name }),
    workloads: workloads.map(({ body }) => workload.parse(body)),
    options: options.map(({ body, serverQuote }) =>
      supplyOption.parse(whole(body, serverQuote ? toServerQuote(serverQuote) : undefined)),
    ),
    scenarios: scenarios.map(({ body }) => scenario.parse(body)),
  };
}

/**
 * The parts of several plans, a query for each table and not for each plan; without their scenarios.
 * One query after another: a transaction has one connection, and Prisma reads siblings of an `include` at once.
 */
export async function findPlanParts(
  tx: Transaction,
  orgId: OrgId,
  ids: readonly string[],
): Promise<readonly (PlanParts & { readonly id: string })[]> {
  const named = { in: [...ids] };
  const live = { where: { orgId, planId: named, deletedAt: null }, ...inOrder };
  const plans = await tx.plan.findMany({ where: { orgId, id: named, deletedAt: null } });
  const workloads = await tx.workload.findMany(live);
  const options = await tx.supplyOption.findMany({ ...live, ...withServerQuote });
  return plans.map((plan) => ({
    ...plan,
    workloads: workloads.filter(({ planId }) => planId === plan.id),
    options: options.filter(({ planId }) => planId === plan.id),
    scenarios: [],
  }));
}
