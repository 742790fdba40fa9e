import { clsx } from "clsx";
import { LoadMark } from "@/components/ui/load-mark";

/** The load line and the name; the name is only heard where there is no room for it. */
export function Brand({ nameClass, size = 22 }: { nameClass?: string; size?: number }) {
  return (
    <span className="flex items-center gap-[9px]">
      <LoadMark size={size} className="shrink-0" />
      <span className={clsx("font-[680] text-[15px] tracking-[-0.02em]", nameClass)}>Loadline</span>
    </span>
  );
}
