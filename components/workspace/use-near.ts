"use client";

import { type RefObject, useEffect, useState } from "react";

/** True once the element has come near the window: what costs much to draw waits until then. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: "100px" },
    );
    observer.observe(element.current);
    const show = () => setNear(true);
    window.addEventListener("beforeprint", show);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", show);
    };
  }, [near, element]);
  return near;
}
