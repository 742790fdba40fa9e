"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type TemplateId, templates } from "@/lib/catalog/templates";
import { BreakEvenSketch } from "./break-even-sketch";
import { SamplePlanButton } from "./sample-plan-button";

const offered = templates.filter(({ id }) => id !== "blank");

export function PlansEmpty({ onNew }: { onNew: (templateId?: TemplateId) => void }) {
  return (
    <div className="mx-auto grid w-full max-w-[900px] gap-12 py-7 md:py-11">
      <EmptyState
        title="Start with one workload"
        drawing={<BreakEvenSketch />}
        actions={
          <>
            <Button
              variant="primary"
              size="large"
              icon={<Plus aria-hidden size={14} />}
              onClick={() => onNew()}
            >
              New plan
            </Button>
            <SamplePlanButton />
          </>
        }
      >
        Begin from a template: a workload and three ways to serve it, with dated catalog prices, so
        the first break-even is about two minutes away. Replace any figure later.
      </EmptyState>
      <section aria-labelledby="templates">
        <h3 id="templates" className="mb-3 text-base">
          Or from a template
        </h3>
        <ul className="grid gap-3 sm:grid-cols-2 md:grid-cols-3">
          {offered.map(({ id, name, description }) => (
            <li key={id} className="flex">
              <button
                type="button"
                onClick={() => onNew(id)}
                className="card w-full px-4 py-3.5 text-left transition-colors duration-80 hover:border-line-strong"
              >
                <span className="block font-title">{name}</span>
                <span className="mt-0.5 block text-ink-3 text-sm">{description}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
