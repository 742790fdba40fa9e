import { clsx } from "clsx";

/** Give it the size of what is coming. It waits 150 ms, so that a quick answer shows no grey. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx("skeleton block rounded-sm bg-line", className)} />;
}
