"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { AnswerStrip } from "./answer-strip";
import { Notes, Problems } from "./problems";
import { useWorkspaceValue } from "./workspace-context";

const WhatIfPanel = dynamic(() => import("./what-if-panel").then((module) => module.WhatIfPanel));

/** Results beside what-if; where there is no room for both, what-if is a sheet under a pinned answer. */
export function ResultsLayout({
  side,
  children,
}: {
  readonly side?: ReactNode;
  readonly children: ReactNode;
}) {
  const beside = useRoomBeside();
  return (
    <div className="mx-auto grid w-full max-w-[1680px] items-start gap-4 px-4 py-5 md:px-7 panel:grid-cols-[minmax(0,1fr)_312px]">
      <div className="grid min-w-0 grid-cols-1 gap-4">
        <WhatIfSheet hidden={beside} />
        <Problems />
        {children}
        <Notes />
      </div>
      <aside className="grid min-w-0 grid-cols-1 gap-4 panel:sticky panel:top-[7rem] panel:max-h-[calc(100dvh-8rem)] panel:overflow-y-auto">
        {side}
        <div className="card px-[18px] py-3.5 max-panel:hidden">{beside && <WhatIfPanel />}</div>
      </aside>
    </div>
  );
}

/** True from 1,100 px, and on the server, where the wide page is drawn first. */
function useRoomBeside(): boolean {
  const [beside, setBeside] = useState(true);
  useEffect(() => {
    const wide = window.matchMedia("(min-width: 68.75rem)");
    const follow = () => setBeside(wide.matches);
    follow();
    wide.addEventListener("change", follow);
    return () => wide.removeEventListener("change", follow);
  }, []);
  return beside;
}

function WhatIfSheet({ hidden }: { readonly hidden: boolean }) {
  const [open, setOpen] = useState(false);
  const changes = useWorkspaceValue(({ overlay }) => overlay.length);
  return (
    <div className="panel:hidden">
      <Button
        onClick={() => setOpen(true)}
        icon={<SlidersHorizontal aria-hidden size={14} />}
        className="w-full sm:w-auto"
      >
        What if{changes > 0 && `, ${changes} changed`}
      </Button>
      <Sheet side="bottom" open={open && !hidden} onOpenChange={setOpen} title="What if">
        <AnswerStrip pinned />
        <WhatIfPanel titled={false} />
      </Sheet>
    </div>
  );
}
