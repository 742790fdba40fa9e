"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1000;

/**
 * Reads the page anew every second while something on it goes on, and not while nobody sees it or no network is
 * there: what cannot be read anew would be left for the browser's own error page.
 */
export function useRefreshWhile(goesOn: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [goesOn, router]);
}
