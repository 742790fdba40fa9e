import { ScrollRegion } from "@/components/ui/scroll-region";

export type CodeBlockProps = { readonly label: string; readonly children: string };

export function CodeBlock({ label, children }: CodeBlockProps) {
  return (
    <ScrollRegion
      label={label}
      className="max-h-[420px] min-w-0 overflow-auto rounded-md border border-line bg-sunken px-3 py-2.5"
    >
      <pre className="font-mono text-xs">{children}</pre>
    </ScrollRegion>
  );
}
