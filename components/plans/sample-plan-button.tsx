"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { importPlanAction } from "@/app/(product)/(app)/plans/actions";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { attempt } from "./attempt";
import { newId } from "./new-id";

/** The sample comes the way any plan file does, and is the visitor's own to change. */
export function SamplePlanButton() {
  const router = useRouter();
  const toast = useToast();
  const madeFor = useOrganizationId();
  const [id] = useState(newId);
  const [busy, setBusy] = useState(false);

  const open = async () => {
    setBusy(true);
    const outcome = await attempt(async () => {
      const sample = await import("@/docs/examples/claims-assistant.json");
      return importPlanAction({ id, file: JSON.stringify(sample.default) }, madeFor);
    }, "The sample was not opened");
    if (outcome.ok) return router.push(`/plans/${outcome.data.id}`);
    toast.show({ text: outcome.message, tone: "failure" });
    setBusy(false);
  };

  return (
    <Button size="large" busy={busy} onClick={open}>
      Open a sample plan
    </Button>
  );
}
