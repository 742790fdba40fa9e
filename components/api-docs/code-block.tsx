export type CodeBlockProps = { readonly label: string; readonly children: string };

/** Scrolls in itself, so that a long line never moves the page. */
export function CodeBlock({ label, children }: CodeBlockProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[420px] min-w-0 overflow-auto rounded-md border border-line bg-sunken px-3 py-2.5"
    >
      <pre className="font-mono text-xs">{children}</pre>
    </section>
  );
}
