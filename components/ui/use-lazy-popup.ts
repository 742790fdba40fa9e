"use client";

import { useRef, useState } from "react";

/** What a button needs to open a popup whose code arrives when it is first wanted. */
export type PopupTriggerProps = {
  readonly ref: (element: HTMLButtonElement | null) => void;
  readonly "aria-expanded": boolean;
  readonly "aria-haspopup": "menu" | "dialog";
  readonly onClick: () => void;
  readonly onPointerEnter: () => void;
  readonly onFocus: () => void;
};

type CloseDetails = { readonly event: Event; readonly cancel: () => void };

export function useLazyPopup(kind: "menu" | "dialog", preload: () => unknown) {
  const anchor = useRef<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const show = (next: boolean) => {
    if (next) setWanted(true);
    setOpen(next);
  };
  const trigger: PopupTriggerProps = {
    ref: (element) => {
      anchor.current = element;
    },
    "aria-expanded": open,
    "aria-haspopup": kind,
    onClick: () => show(!open),
    onPointerEnter: () => void preload(),
    onFocus: () => void preload(),
  };
  const onOpenChange = (next: boolean, details: CloseDetails) => {
    const pressedTrigger =
      !next &&
      details.event.type !== "keydown" &&
      details.event.target instanceof Node &&
      anchor.current?.contains(details.event.target);
    // The trigger's own click closes; without this its press would close and its click open again.
    if (pressedTrigger) details.cancel();
    else show(next);
  };
  return { anchor, open, wanted, trigger, onOpenChange, close: () => setOpen(false) };
}
