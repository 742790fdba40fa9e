"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { hasWaitingToasts, onFirstToast, showToast } from "./toast-store";

const ToastViewport = dynamic(
  () => import("./toast-viewport").then((module) => module.ToastViewport),
  { ssr: false },
);

/** `show({ text, undo })`: says what was done, and takes it back when pressed. */
export function useToast() {
  return { show: showToast };
}

/** Stands once in the root layout; the viewport is loaded with the first message. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (hasWaitingToasts()) setWanted(true);
    return onFirstToast(() => setWanted(true));
  }, []);
  return wanted ? <ToastViewport /> : null;
}
