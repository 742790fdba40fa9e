/** What fills what is hatched, to be named by its id: training, beside inference in the same hue. */
export function HatchPattern({ id, hue }: { readonly id: string; readonly hue: string }) {
  return (
    <pattern
      id={id}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="5" height="5" fill="var(--ll-surface)" />
      <rect width="2.4" height="5" fill={hue} />
    </pattern>
  );
}
