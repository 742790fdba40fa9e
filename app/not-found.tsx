import type { Metadata } from "next";
import { Notice } from "@/components/shell/notice";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh">
      <Notice
        title="There is no such page"
        actions={
          <ButtonLink href="/plans" variant="primary">
            All plans
          </ButtonLink>
        }
      >
        <p>The address may be mistyped.</p>
      </Notice>
    </main>
  );
}
