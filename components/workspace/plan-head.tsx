"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo } from "react";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { type TabItem, Tabs } from "@/components/ui/tabs";
import { instantText } from "@/lib/format";
import { offerIdsOf } from "@/lib/views/comparison/offer-ids";
import { assumptionCount } from "@/lib/views/counts";
import { MakeProposal } from "./make-proposal";
import { ScenarioSwitch } from "./scenario-switch";
import { useWorkspaceValue } from "./workspace-context";

/** Where one is, which scenario, what is saved, and the tabs of the plan. */
export function PlanHead() {
  const stored = useWorkspaceValue((state) => state.stored);
  const { plan } = stored;
  return (
    <header className="border-line border-b bg-surface px-4 pt-3.5 md:px-7">
      <div className="mx-auto max-w-[1680px]">
        <div className="flex min-h-8 flex-wrap items-center gap-x-2.5 gap-y-1.5">
          <Breadcrumb above={[{ href: "/plans", label: "Plans" }]} here={plan.name} />
          <ScenarioSwitch />
          <p className="text-ink-3 text-xs" title={instantText(stored.updatedAt)}>
            Saved, version {stored.version}
            {stored.archived && ", archived"}
            {!stored.canEdit && ", view only"}
          </p>
          {stored.canEdit && <MakeProposal />}
        </div>
        <PlanTabs planId={stored.id} />
      </div>
    </header>
  );
}

const slugs = [
  "workloads",
  "options",
  "assumptions",
  "projection",
  "break-even",
  "iceberg",
  "sensitivity",
  "budget",
  "quotes",
];

function PlanTabs({ planId }: { readonly planId: string }) {
  const plan = useWorkspaceValue((state) => state.stored.plan);
  const query = useSearchParams();
  const router = useRouter();
  useEffect(() => {
    for (const slug of slugs) router.prefetch(`/plans/${planId}/${slug}`);
  }, [router, planId]);
  const groups = useMemo(() => {
    const kept = new URLSearchParams();
    for (const name of ["scenario", "set", "view"]) {
      const value = query.get(name);
      if (value !== null) kept.set(name, value);
    }
    const tail = kept.size > 0 ? `?${kept}` : "";
    const tab = (slug: string, label: string, count?: number): TabItem => ({
      href: `/plans/${planId}/${slug}${tail}`,
      label,
      prefetch: false,
      ...(count !== undefined && { count }),
    });
    return [
      [
        tab("workloads", "Workloads", plan.workloads.length),
        tab("options", "Options", plan.options.length),
        tab("assumptions", "Assumptions", assumptionCount(plan)),
      ],
      [
        tab("projection", "Projection"),
        tab("break-even", "Break-even"),
        tab("iceberg", "Iceberg"),
        tab("sensitivity", "Sensitivity"),
        tab("budget", "Budget"),
      ],
      [tab("quotes", "Quotes", offerIdsOf(plan).length), tab("history", "History")],
    ];
  }, [planId, plan, query]);
  return <Tabs label="Plan" groups={groups} className="mt-2.5 -mb-px" />;
}
