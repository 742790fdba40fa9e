"use client";

import { MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { PaletteButton } from "@/components/commands/palette-button";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";
import { Brand } from "./brand";
import { Rail, type RailProps } from "./rail";

/** What a phone has in place of the rail. */
export function TopBar(props: RailProps) {
  const [open, setOpen] = useState(false);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the sheet
  useEffect(() => setOpen(false), [pathname]);
  return (
    <header className="flex items-center gap-2 border-line border-b bg-sunken px-2 py-1 md:hidden">
      <IconButton
        label="Menu"
        icon={<MenuIcon aria-hidden size={18} />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className="size-11"
      />
      <Brand />
      <PaletteButton compact={false} />
      <Sheet side="left" open={open} onOpenChange={setOpen} title={<Brand />}>
        <Rail {...props} />
      </Sheet>
    </header>
  );
}
