import type { Metadata } from "next";
import { PlanWorkspace } from "@/components/workspace/plan-workspace";
import { orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { getPlan } from "@/lib/services/plans";

type Props = LayoutProps<"/plans/[planId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { plan } = await planOf(params);
  return { title: plan.name };
}

export default async function PlanLayout({ children, params }: Props) {
  return <PlanWorkspace stored={await planOf(params)}>{children}</PlanWorkspace>;
}

async function planOf(params: Props["params"]) {
  const ctx = await requireContext();
  return orNotFound(getPlan(ctx, await params));
}
