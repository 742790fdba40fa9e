"use client";

import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "./notice";

/** Every page carries the one that would stand in its place: as a part of the browser's it is a mere name there. */
export function NoSuchPage() {
  return (
    <main className="grid min-h-dvh">
      <Missing title="There is no such page">The address may be mistyped.</Missing>
    </main>
  );
}

/** The same for a plan that never was, was deleted, or belongs to another organization. */
export function NoSuchPlan() {
  return (
    <Missing title="There is no such plan">
      It may have been deleted, or the address belongs to another organization.
    </Missing>
  );
}

function Missing({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <Notice
      title={title}
      actions={
        <ButtonLink href="/plans" variant="primary">
          All plans
        </ButtonLink>
      }
    >
      <p>{children}</p>
    </Notice>
  );
}
