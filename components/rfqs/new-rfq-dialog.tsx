"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { createRfqAction } from "@/app/(product)/(app)/rfqs/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { NameDialog } from "@/components/ui/name-dialog";
import { ownTimeZone } from "@/lib/format";

/** Its items and terms are entered on its page. */
export function NewRfqDialog(props: { readonly currency: string; readonly onClose: () => void }) {
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [id] = useState(newId);
  const enter = async (title: string) => {
    const content = {
      ...{ title, deadlineLocal: null, deadlineZone: ownTimeZone(), currency: props.currency },
      ...{ deliveryPlace: "", incoterm: null, paymentTerms: "", notes: "", items: [] },
    };
    const outcome = await attempt(
      () => createRfqAction({ id, origin: null, content }, madeFor),
      "No RFQ was made",
    );
    if (!outcome.ok) return outcome.message;
    router.replace(`/rfqs/${outcome.data.id}`);
  };
  return (
    <NameDialog
      title="New RFQ"
      submitLabel="Enter its items"
      emptyMessage="Give it a title."
      maxLength={120}
      onSubmit={enter}
      onClose={props.onClose}
    />
  );
}
