"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { withdrawApprovalAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { IssueNamed } from "@/lib/schemas/proposal";

/** Takes back a request that nobody answered. */
export function WithdrawButton(props: {
  readonly named: IssueNamed;
  readonly userId: string;
  readonly name: string;
}) {
  const { named, userId, name } = props;
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    const outcome = await attempt(
      () => withdrawApprovalAction({ ...named, userId }),
      "Nothing was taken back",
    );
    setBusy(false);
    if (!outcome.ok) toast.show({ text: outcome.message, tone: "failure" });
    router.refresh();
  };
  return (
    <Button
      size="small"
      variant="quiet"
      busy={busy}
      aria-label={`Take back the request to ${name}`}
      onClick={() => void withdraw()}
    >
      Take back
    </Button>
  );
}
