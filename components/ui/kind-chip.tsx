import { clsx } from "clsx";
import { Braces, Cloud, Layers, Server, Smartphone } from "lucide-react";
import type { OptionKind } from "@/lib/schemas/option";

export type Kind = OptionKind | "edge" | "portfolio";

const kinds = {
  api: { Icon: Braces, fill: "bg-api", text: "text-api" },
  cloud: { Icon: Cloud, fill: "bg-cloud", text: "text-cloud" },
  "on-premises": { Icon: Server, fill: "bg-onprem", text: "text-onprem" },
  edge: { Icon: Smartphone, fill: "bg-edge", text: "text-edge" },
  portfolio: { Icon: Layers, fill: "bg-portfolio", text: "text-portfolio" },
};

/** Icon and hue of an option's kind; with a name, the name in that hue beside it. */
export function KindChip({
  kind,
  name,
  className,
}: {
  kind: Kind;
  name?: string;
  className?: string;
}) {
  const { Icon, fill, text } = kinds[kind];
  return (
    <span className={clsx("inline-flex min-w-0 items-center gap-[7px] align-middle", className)}>
      <span
        aria-hidden
        className={clsx(
          "grid size-[18px] shrink-0 place-items-center rounded-sm text-surface forced-colors:border",
          fill,
        )}
      >
        <Icon size={12} strokeWidth={2} />
      </span>
      {name && <span className={clsx("truncate font-label", text)}>{name}</span>}
    </span>
  );
}
