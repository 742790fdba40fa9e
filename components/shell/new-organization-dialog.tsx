"use client";

import { useState } from "react";
import { createOrganizationAction } from "@/app/(product)/(app)/organizations/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { NameDialog } from "@/components/ui/name-dialog";
import { tellOtherTabs } from "./other-tabs";

/** The id stays while the dialog is open, so that a form sent twice makes one organization. */
export function NewOrganizationDialog({ onClose }: { readonly onClose: () => void }) {
  const [id] = useState(newId);
  const make = async (name: string) => {
    const outcome = await attempt(
      () => createOrganizationAction({ id, name }),
      "No organization was made",
    );
    if (!outcome.ok) return outcome.fields?.name ?? outcome.message;
    tellOtherTabs(outcome.data.organizationId);
    window.location.assign("/plans");
  };
  return (
    <NameDialog
      title="New organization"
      description="You are its owner. Its plans and members are its own: nothing of this organization shows there."
      submitLabel="Make and enter it"
      emptyMessage="The name of the organization is empty. Fill it in."
      autoComplete="organization"
      onSubmit={make}
      onClose={onClose}
    />
  );
}
