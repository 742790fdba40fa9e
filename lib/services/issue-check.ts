import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { hashOf } from "@/lib/data/stored-files";
import { engineVersion, project } from "@/lib/engine";
import type { CheckDifference, IssueCheck } from "@/lib/schemas/issue-check";
import type { IssueNamed } from "@/lib/schemas/proposal";
import { proposalIdOf, readableIssue, readableProposal, shownPlan } from "./in-proposal";

const mostListed = 100;

/** Runs the engine again on the plan of an issue, and holds every figure and the hash against what was frozen. */
export async function checkIssue(
  ctx: Context,
  { proposalId, issue }: IssueNamed,
): Promise<IssueCheck> {
  authorize(ctx, "proposal:read");
  const id = proposalIdOf(proposalId);
  const { text, snapshot } = await withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    return readableIssue(tx, ctx, { proposalId: id, issue });
  });
  const { results } = snapshot;
  const computed = project(shownPlan(snapshot));
  // As text and back, as the snapshot went: what JSON cannot hold is no difference.
  const differences = [...leavesThatDiffer([], results, JSON.parse(JSON.stringify(computed)))];
  return {
    isHashRight: hashOf(text.snapshot) === text.sha256,
    ...{ engineThen: snapshot.engineVersion, engineNow: engineVersion },
    differences: differences.slice(0, mostListed),
    count: differences.length,
  };
}

function* leavesThatDiffer(
  path: readonly string[],
  issued: unknown,
  again: unknown,
): Generator<CheckDifference> {
  if (isObject(issued) && isObject(again)) {
    for (const key of new Set([...Object.keys(issued), ...Object.keys(again)]))
      yield* leavesThatDiffer([...path, nameOf(issued, again, key)], issued[key], again[key]);
    return;
  }
  if (!Object.is(issued, again)) yield { path, issued: leaf(issued), again: leaf(again) };
}

type Keyed = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Keyed => typeof value === "object" && value !== null;

/** Rows of a list go by their id where they have one: a number says nothing to people. */
function nameOf(issued: Keyed, again: Keyed, key: string): string {
  const row = issued[key] ?? again[key];
  const id = isObject(row) && (row.optionId ?? row.workloadId ?? row.id);
  return typeof id === "string" ? id : key;
}

function leaf(value: unknown): number | string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}
