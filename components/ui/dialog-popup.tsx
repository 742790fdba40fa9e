"use client";

import { Dialog } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { IconButton } from "./icon-button";

export type DialogPopupProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Stays in sight under what scrolls: quiet actions first, the primary one last. */
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly shape: "dialog" | "left" | "right" | "bottom";
};

const shapes = {
  dialog:
    "-translate-x-1/2 top-[10vh] left-1/2 max-h-[80vh] w-[calc(100vw-2rem)] rounded-xl data-starting-style:translate-y-2 data-ending-style:translate-y-2",
  left: "inset-y-0 left-0 w-72 max-w-[85vw] data-starting-style:-translate-x-2 data-ending-style:-translate-x-2",
  right:
    "inset-y-0 right-0 w-[calc(100vw-3rem)] data-starting-style:translate-x-2 data-ending-style:translate-x-2",
  bottom:
    "inset-x-0 bottom-0 max-h-[85vh] rounded-t-xl data-starting-style:translate-y-2 data-ending-style:translate-y-2",
};

export function DialogPopup(props: DialogPopupProps) {
  const { open, onOpenChange, title, description, children, footer, wide, shape } = props;
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop fixed inset-0 z-40 transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          {...(props.initialFocus && { initialFocus: props.initialFocus })}
          className={clsx(
            "fixed z-50 flex flex-col border border-line bg-raised dark:border-transparent shadow-2 outline-none",
            "transition-[opacity,translate] duration-180 ease-move data-ending-style:opacity-0 data-starting-style:opacity-0",
            shapes[shape],
            (shape === "dialog" || shape === "right") && (wide ? "max-w-3xl" : "max-w-lg"),
          )}
        >
          <header
            className={clsx("px-5 pt-4 pr-12", shape === "right" && "border-line border-b pb-3")}
          >
            <Dialog.Title className="text-lg">{title}</Dialog.Title>
            {description && (
              <Dialog.Description className="mt-0.5 text-ink-2 text-sm">
                {description}
              </Dialog.Description>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          )}
          {/* Last, so that focus lands on the first field. */}
          <Dialog.Close
            render={
              <IconButton
                label="Close"
                icon={<X aria-hidden size={16} />}
                className="absolute! top-3 right-3 pointer-coarse:top-1 pointer-coarse:right-1"
              />
            }
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
