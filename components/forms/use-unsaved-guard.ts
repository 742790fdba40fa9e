"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useToast } from "@/components/ui/toast";

/** The address inside the product that a click on a link would go to, off this page. */
function wayOut(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return null;
  }
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.download)
    return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== location.origin || pathname === location.pathname) return null;
  return pathname + search + hash;
}

/**
 * Asks before a page with unsaved entries is left, by the browser or by a link of ours. While a
 * save is on its way a link waits for it.
 */
export function useUnsavedGuard(unsaved: boolean, isSaving = false) {
  const router = useRouter();
  const { show } = useToast();
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    const href = waiting.current;
    if (href === null || isSaving) return;
    waiting.current = null;
    if (unsaved) askToStay(show, () => router.push(href));
    else router.push(href);
  }, [unsaved, isSaving, router, show]);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const hold = (event: MouseEvent) => {
      const href = wayOut(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (isSaving) waiting.current = href;
      else askToStay(show, () => router.push(href));
    };
    window.addEventListener("beforeunload", ask);
    document.addEventListener("click", hold, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", hold, { capture: true });
    };
  }, [unsaved, isSaving, router, show]);
}

/** Says that entries are not saved, and leaves all the same when told to. */
export function askToStay(show: ReturnType<typeof useToast>["show"], leave: () => void) {
  show({
    text: "Some entries here are not saved yet.",
    tone: "failure",
    action: { label: "Leave anyway", onPress: leave },
  });
}
