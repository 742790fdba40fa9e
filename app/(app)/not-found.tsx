import type { Metadata } from "next";
import { Notice } from "@/components/shell/notice";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

/** The same for a plan that never was, was deleted, or belongs to another organization. */
export default function PlanNotFound() {
  return (
    <Notice
      title="There is no such plan"
      actions={
        <ButtonLink href="/plans" variant="primary">
          All plans
        </ButtonLink>
      }
    >
      <p>It may have been deleted, or the address belongs to another organization.</p>
    </Notice>
  );
}
