"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { AnswerStrip } from "./answer-strip";
import { PlanHead } from "./plan-head";
import { useOpenFigure } from "./use-open-figure";
import { WorkspaceProvider } from "./workspace-context";

const FigureSheet = dynamic(() => import("./figure-sheet").then((module) => module.FigureSheet), {
  ssr: false,
});

/** Everything of one plan: its head, the answer, and the tab that is open. */
export function PlanWorkspace({
  stored,
  children,
}: {
  readonly stored: StoredPlan;
  readonly children: ReactNode;
}) {
  return (
    <WorkspaceProvider key={stored.id} stored={stored}>
      <PlanHead />
      <AnswerStrip />
      {children}
      <OpenFigure />
    </WorkspaceProvider>
  );
}

function OpenFigure() {
  const { opened, open } = useOpenFigure();
  return opened ? <FigureSheet figure={opened} onOpen={open} /> : null;
}
