"use client";

import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { firstStep } from "@/lib/views/empty";
import { ResultDrawing } from "./result-drawing";
import { useWorkspaceValue } from "./workspace-context";

/** The results, or what to do first while there is nothing to project. */
export function ResultsGate({ children }: { readonly children: ReactNode }) {
  const stored = useWorkspaceValue((workspace) => workspace.stored);
  const step = firstStep(stored.plan);
  if (!step) return children;
  return (
    <div className="mx-auto w-full max-w-[1200px] px-4 py-10 md:px-7">
      <EmptyState
        title={step.title}
        drawing={<ResultDrawing />}
        actions={
          <ButtonLink variant="primary" href={`/plans/${stored.id}/${step.tab}`}>
            {step.action}
          </ButtonLink>
        }
      >
        {step.text}
      </EmptyState>
    </div>
  );
}
