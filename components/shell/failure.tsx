"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "./notice";

/** A bug, or a database that does not answer: the number finds it in the server's log. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <Notice
      title="This page did not load"
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/plans">All plans</ButtonLink>
        </>
      }
    >
      <p>What was saved is safe. Whoever runs this Loadline finds the cause in its log.</p>
      {digest && <p className="mt-2 text-ink-3 text-sm">Error reference {digest}</p>}
    </Notice>
  );
}
