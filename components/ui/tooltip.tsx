"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

const load = () => import("./tooltip-popup").then((module) => module.TooltipPopup);
const TooltipPopup = dynamic(load, { ssr: false });

const restBeforeOpenMs = 400;
const graceBeforeCloseMs = 120;

export type TooltipTriggerProps = {
  readonly ref: (element: HTMLElement | null) => void;
  readonly "aria-describedby"?: string;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
};

export type TooltipProps = {
  readonly text: ReactNode;
  readonly children: (props: TooltipTriggerProps) => ReactNode;
};

/** A few words on hover and on focus. Never the only place where something is said. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  const settle = (next: boolean, delayMs: number) => {
    clearTimeout(timer.current);
    if (next) void load();
    timer.current = setTimeout(() => {
      if (next) setWanted(true);
      setOpen(next);
    }, delayMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <>
      {children({
        ref: (element) => {
          anchor.current = element;
        },
        ...(open && { "aria-describedby": id }),
        onPointerEnter: () => settle(true, restBeforeOpenMs),
        onPointerLeave: () => settle(false, graceBeforeCloseMs),
        onFocus: () => settle(anchor.current?.matches(":focus-visible") ?? false, 0),
        onBlur: () => settle(false, 0),
      })}
      {wanted && (
        <TooltipPopup
          id={id}
          anchor={anchor}
          open={open}
          onOpenChange={setOpen}
          onHover={(over) => settle(over, over ? 0 : graceBeforeCloseMs)}
        >
          {text}
        </TooltipPopup>
      )}
    </>
  );
}
