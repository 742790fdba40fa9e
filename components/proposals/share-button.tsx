"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { listShareLinksAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";
import type { ShareLinksOf } from "@/lib/schemas/share-link";
import { type ShareLinkRow, shareLinkRows } from "@/lib/views/proposal/share-words";
import { NewShareLink } from "./new-share-link";
import { ShareLinkList } from "./share-link-list";

export type ShareButtonProps = ShareLinksOf & {
  /** How many links open now. */
  readonly openLinks: number;
};

/** Who reads this issue by a link, and a link for one more. What was read is fetched when it is looked at. */
export function ShareButton({ openLinks, ...of }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  const [making, setMaking] = useState(false);
  const { links, refusal, load } = useShareLinks(of);
  const live = links?.filter(({ isOpen }) => isOpen).length ?? openLinks;
  const show = (next: boolean) => {
    setOpen(next);
    if (next) void load();
  };
  return (
    <>
      <Button icon={<Link2 aria-hidden size={14} />} onClick={() => show(true)}>
        {live > 0 ? `Share (${live})` : "Share"}
      </Button>
      <Sheet
        side="right"
        open={open}
        onOpenChange={(next) => !making && show(next)}
        title="Share this issue"
        description="Whoever has a link reads this issue, and nothing else of Loadline, until it ends. No account is needed."
      >
        <NewShareLink {...of} onMade={() => void load()} onBusy={setMaking} />
        <h3 className="mt-7 mb-1 text-base">Links</h3>
        {refusal && <FieldError>{refusal}</FieldError>}
        {!links && !refusal && <p className="text-ink-3 text-sm">Reading who has read…</p>}
        {links && (
          <ShareLinkList proposalId={of.proposalId} links={links} onRevoked={() => void load()} />
        )}
      </Sheet>
    </>
  );
}

function useShareLinks({ proposalId, issue }: ShareLinksOf) {
  const [links, setLinks] = useState<readonly ShareLinkRow[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const load = async () => {
    const outcome = await attempt(
      () => listShareLinksAction({ proposalId, issue }),
      "The links were not read",
    );
    setRefusal(outcome.ok ? null : outcome.message);
    if (outcome.ok) setLinks(shareLinkRows(outcome.data));
  };
  return { links, refusal, load };
}
