/** The Plimsoll line: the brand, and the mark where curves cross. */
export function LoadMark({ size = 22, className }: { size?: number; className?: string }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      className={className}
    >
      <circle cx="11" cy="11" r="6.6" />
      <path d="M.8 11h20.4" />
    </svg>
  );
}
