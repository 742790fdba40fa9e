"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { duplicatePlanAction } from "@/app/(product)/(app)/plans/actions";
import { setOpenPlan } from "@/components/commands/command-store";
import { download, goTo } from "@/components/commands/go-to";
import { useCommands } from "@/components/commands/use-commands";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useToast } from "@/components/ui/toast";
import { useWorkspaceStore, useWorkspaceValue } from "./workspace-context";

const SaveTemplateDialog = dynamic(
  () => import("@/components/plans/save-template-dialog").then((m) => m.SaveTemplateDialog),
  { ssr: false },
);
const SaveScenarioDialog = dynamic(
  () => import("./save-scenario-dialog").then((module) => module.SaveScenarioDialog),
  { ssr: false },
);

/** What palette and keyboard can do to the open plan, from whichever of its tabs. */
export function PlanCommands() {
  const stored = useWorkspaceValue((state) => state.stored);
  const [asking, setAsking] = useState<"scenario" | "template" | null>(null);
  const close = () => setAsking(null);
  useEffect(() => setOpenPlan(stored), [stored]);
  useViewCommands(() => setAsking("scenario"));
  usePlanActions(() => setAsking("template"));
  if (asking === "scenario") return <SaveScenarioDialog open onOpenChange={close} />;
  return asking === "template" ? (
    <SaveTemplateDialog plan={{ id: stored.id, name: stored.plan.name }} onClose={close} />
  ) : null;
}

function useViewCommands(askForName: () => void) {
  const store = useWorkspaceStore();
  const toast = useToast();
  const stored = useWorkspaceValue((state) => state.stored);
  const { scenarios } = stored.plan;
  const step = (by: number) => () => {
    const ids = [null, ...scenarios.map(({ id }) => id)];
    const at = ids.indexOf(store.get().scenarioId) + by;
    store.setScenario(ids[(at + ids.length) % ids.length] ?? null);
  };
  const save = () => {
    if (store.get().overlay.length > 0) askForName();
    else toast.show({ text: "Nothing to save: move a what-if slider first." });
  };
  useCommands({
    "scenario:": (id) => store.setScenario(id || null),
    "toggle-view": () => store.setView(store.get().view === "cash" ? "accrual" : "cash"),
    "reset-what-if": () => store.clearOverlay(),
    ...(scenarios.length > 0 && {
      "previous-scenario": step(-1),
      "next-scenario": step(1),
    }),
    ...(stored.canEdit && { "save-scenario": save }),
  });
}

function usePlanActions(askForTemplate: () => void) {
  const router = useRouter();
  const toast = useToast();
  const { id: planId, canEdit, plan } = useWorkspaceValue((state) => state.stored);
  const duplicate = async () => {
    const outcome = await attempt(
      () => duplicatePlanAction({ planId, id: newId() }),
      `${plan.name} was not duplicated`,
    );
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    toast.show({ text: `${plan.name} duplicated. This is the copy.` });
    goTo(`/plans/${outcome.data.id}`, router.push);
  };
  useCommands({
    "download-plan": () => download(`/plans/${planId}/file`),
    ...(canEdit && { "duplicate-plan": duplicate, "save-template": askForTemplate }),
  });
}
