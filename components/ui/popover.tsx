"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { type PopupTriggerProps, useLazyPopup } from "./use-lazy-popup";

const load = () => import("./popover-popup").then((module) => module.PopoverPopup);
const PopoverPopup = dynamic(load, { ssr: false });

export type PopoverProps = {
  readonly title: ReactNode;
  readonly trigger: (props: PopupTriggerProps) => ReactNode;
  /** Called when it opens, so that what it shows is worked out only then. */
  readonly children: (close: () => void) => ReactNode;
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly align?: "start" | "center" | "end";
  readonly className?: string;
};

export function Popover({
  title,
  trigger,
  children,
  side = "bottom",
  align = "start",
  className,
}: PopoverProps) {
  const popup = useLazyPopup("dialog", load);
  return (
    <>
      {trigger(popup.trigger)}
      {popup.wanted && (
        <PopoverPopup
          title={title}
          side={side}
          align={align}
          anchor={popup.anchor}
          open={popup.open}
          onOpenChange={popup.onOpenChange}
          className={className}
        >
          {popup.open ? children(popup.close) : null}
        </PopoverPopup>
      )}
    </>
  );
}
