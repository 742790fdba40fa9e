import { redirect } from "next/navigation";
import { orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { getPlan } from "@/lib/services/plans";

/** The projection, or the workloads while there is nothing to project. */
export default async function PlanPage({ params }: PageProps<"/plans/[planId]">) {
  const ctx = await requireContext();
  const { id, plan } = await orNotFound(getPlan(ctx, await params));
  const ready = plan.workloads.length > 0 && plan.options.length > 0;
  redirect(`/plans/${id}/${ready ? "projection" : "workloads"}`);
}
