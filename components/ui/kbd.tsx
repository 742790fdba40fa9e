export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-line-strong bg-surface px-[5px] font-sans text-2xs text-ink-3">
      {children}
    </kbd>
  );
}
