/** "acceleratorsPerInstance" is "Accelerators per instance"; what a value's unit says is left out. */
export function figureName(field: string): string {
  const words = field
    .replace(/(Fraction|Ratio)$/, "")
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
