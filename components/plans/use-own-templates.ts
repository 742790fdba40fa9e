"use client";

import { useEffect, useState } from "react";
import {
  listTemplatesAction,
  listTemplateTargetsAction,
  removeTemplateAction,
  restoreTemplateAction,
} from "@/app/(product)/(app)/plans/actions";
import { useToast } from "@/components/ui/toast";
import type { PlanTemplate, TemplateTarget } from "@/lib/schemas/template";
import { attempt } from "./attempt";

/** The templates that the organization keeps, and where they may be copied to; asked for when they are first offered. */
export function useOwnTemplates() {
  const toast = useToast();
  const [own, setOwn] = useState<readonly PlanTemplate[]>([]);
  const [targets, setTargets] = useState<readonly TemplateTarget[]>([]);
  useEffect(() => {
    let here = true;
    void attempt(() => listTemplatesAction({}), "").then((outcome) => {
      if (here && outcome.ok) setOwn(outcome.data);
    });
    void attempt(() => listTemplateTargetsAction({}), "").then((outcome) => {
      if (here && outcome.ok) setTargets(outcome.data);
    });
    return () => {
      here = false;
    };
  }, []);

  const put = (template: PlanTemplate) =>
    setOwn((now) => [...now, template].sort((a, b) => a.name.localeCompare(b.name, "en")));
  const restore = async (template: PlanTemplate) => {
    const { id: templateId, name } = template;
    const outcome = await attempt(
      () => restoreTemplateAction({ templateId }),
      `${name} was not brought back`,
    );
    if (outcome.ok) put(template);
    else toast.show({ text: outcome.message, tone: "failure" });
  };
  const remove = async (template: PlanTemplate) => {
    const { id: templateId, name } = template;
    setOwn((now) => now.filter(({ id }) => id !== templateId));
    const outcome = await attempt(
      () => removeTemplateAction({ templateId }),
      `${name} was not deleted`,
    );
    if (outcome.ok) return toast.show({ text: `${name} deleted`, undo: () => restore(template) });
    put(template);
    toast.show({ text: outcome.message, tone: "failure" });
  };
  return { own, targets, remove };
}
