"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { ShareLinksOf } from "@/lib/schemas/share-link";
import type { ShareLinkRow } from "@/lib/views/proposal/share-words";
import { NewShareLink } from "./new-share-link";
import { ShareLinkList } from "./share-link-list";

export type ShareButtonProps = ShareLinksOf & { readonly links: readonly ShareLinkRow[] };

/** Who reads this issue by a link, and a link for one more. */
export function ShareButton({ links, ...of }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  const live = links.filter(({ isOpen }) => isOpen).length;
  return (
    <>
      <Button icon={<Link2 aria-hidden size={14} />} onClick={() => setOpen(true)}>
        {live > 0 ? `Share (${live})` : "Share"}
      </Button>
      <Sheet
        side="right"
        open={open}
        onOpenChange={setOpen}
        title="Share this issue"
        description="Whoever has a link reads this issue, and nothing else of Loadline, until it ends. No account is needed."
      >
        <NewShareLink {...of} />
        <h3 className="mt-7 mb-1 text-base">Links</h3>
        <ShareLinkList proposalId={of.proposalId} links={links} />
      </Sheet>
    </>
  );
}
