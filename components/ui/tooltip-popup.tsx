"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { type ReactNode, type RefObject, useEffect } from "react";

type TooltipPopupProps = {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onHover: (over: boolean) => void;
  readonly children: ReactNode;
};

export function TooltipPopup({
  id,
  anchor,
  open,
  onOpenChange,
  onHover,
  children,
}: TooltipPopupProps) {
  useEffect(() => {
    if (!open) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape") onOpenChange(false);
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [open, onOpenChange]);
  return (
    <Tooltip.Root open={open}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} collisionPadding={8} className="z-60">
          <Tooltip.Popup
            id={id}
            role="tooltip"
            onPointerEnter={() => onHover(true)}
            onPointerLeave={() => onHover(false)}
            className="floats max-w-72 px-2.5 py-1.5 text-ink-2 text-xs"
          >
            {children}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
