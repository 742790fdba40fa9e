/** Two letters that stand for a name: "Halden Mutual" is HM, "loadline" is LO. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters =
    words.length > 1
      ? words.slice(0, 2).map((word) => [...word][0])
      : [...(words[0] ?? "")].slice(0, 2);
  return letters.join("").toUpperCase() || "·";
}
