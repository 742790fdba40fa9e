"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { DialogPopupProps } from "./dialog-popup";

const DialogPopup = dynamic(() => import("./dialog-popup").then((module) => module.DialogPopup), {
  ssr: false,
});

export type DialogProps = Omit<DialogPopupProps, "shape">;

/** In the middle, over everything. Nothing of it is loaded before it first opens. */
export function Dialog(props: DialogProps) {
  const wanted = useOnceTrue(props.open);
  return wanted ? <DialogPopup {...props} shape="dialog" /> : null;
}

type SheetProps = DialogProps & { readonly side: "left" | "right" | "bottom" };

/** From an edge; on a phone it takes the place of a side panel. */
export function Sheet({ side, ...props }: SheetProps) {
  const wanted = useOnceTrue(props.open);
  return wanted ? <DialogPopup {...props} shape={side} /> : null;
}

function useOnceTrue(now: boolean) {
  const [ever, setEver] = useState(now);
  useEffect(() => {
    if (now) setEver(true);
  }, [now]);
  return ever || now;
}
