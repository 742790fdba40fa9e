"use client";

import { Popover } from "@base-ui/react/popover";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { type ComponentProps, type ReactNode, type RefObject, useRef } from "react";
import { IconButton } from "./icon-button";

type PopoverPopupProps = {
  readonly title: ReactNode;
  readonly side: "top" | "bottom" | "left" | "right";
  readonly align: "start" | "center" | "end";
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: NonNullable<ComponentProps<typeof Popover.Root>["onOpenChange"]>;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

export function PopoverPopup({
  title,
  side,
  align,
  anchor,
  open,
  onOpenChange,
  className,
  children,
}: PopoverPopupProps) {
  // While it fades it keeps what it showed: the caller stops drawing as soon as it closes.
  const shown = useRef(children);
  if (open) shown.current = children;
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50"
        >
          <Popover.Popup
            finalFocus={anchor}
            className={clsx(
              "floats max-h-(--available-height) w-max max-w-[min(26rem,calc(100vw-1.5rem))] overflow-y-auto p-4 outline-none",
              className,
            )}
          >
            <Popover.Title className="mb-2 pr-7 text-base">{title}</Popover.Title>
            {shown.current}
            <Popover.Close
              render={
                <IconButton
                  label="Close"
                  icon={<X aria-hidden size={16} />}
                  className="absolute! top-2.5 right-2 pointer-coarse:top-0.5 pointer-coarse:right-0.5"
                />
              }
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
