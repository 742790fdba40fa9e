"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { saveSupplierAction } from "@/app/(product)/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useOrganizationId } from "@/components/shell/organization-context";
import { NameDialog } from "@/components/ui/name-dialog";

export function NewSupplierDialog({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [id] = useState(newId);
  const enter = async (name: string) => {
    const details = { name, contactName: "", email: "", phone: "", note: "" };
    const outcome = await attempt(
      () => saveSupplierAction({ id, expectedVersion: null, details }, madeFor),
      "No supplier was made",
    );
    if (!outcome.ok) return outcome.message;
    router.push(`/suppliers/${outcome.data.id}`);
  };
  return (
    <NameDialog
      title="New supplier"
      submitLabel="Enter the supplier"
      emptyMessage="Name the supplier."
      maxLength={120}
      onSubmit={enter}
      onClose={onClose}
    />
  );
}
