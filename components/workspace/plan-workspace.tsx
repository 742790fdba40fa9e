"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { type OwnCatalog, OwnCatalogProvider } from "@/components/forms/own-catalog";
import type { NewerFigure } from "@/lib/catalog/newer-figures";
import type { StoredPlan } from "@/lib/schemas/stored-plan";
import { AnswerStrip } from "./answer-strip";
import { NewerFiguresNotice } from "./newer-figures-notice";
import { OpenFigureProvider } from "./open-figure";
import { PlanHead } from "./plan-head";
import { WorkspaceProvider } from "./workspace-context";

const PlanCommands = dynamic(() => import("./plan-commands").then((m) => m.PlanCommands), {
  ssr: false,
});

/** Everything of one plan: its head, the answer, and the tab that is open. */
export function PlanWorkspace({
  stored,
  ownCatalog,
  newer,
  children,
}: {
  readonly stored: StoredPlan;
  readonly ownCatalog: OwnCatalog;
  readonly newer: readonly NewerFigure[];
  readonly children: ReactNode;
}) {
  return (
    <WorkspaceProvider key={stored.id} stored={stored}>
      <OwnCatalogProvider value={ownCatalog}>
        <OpenFigureProvider>
          <PlanCommands />
          <PlanHead />
          <NewerFiguresNotice newer={newer} />
          <AnswerStrip />
          {children}
        </OpenFigureProvider>
      </OwnCatalogProvider>
    </WorkspaceProvider>
  );
}
