const storedAs = "loadline.recent-commands";
const most = 20;

/** What was chosen in the palette, the last first; this browser alone keeps it. */
export function recentIds(): readonly string[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(storedAs) ?? "[]");
    return Array.isArray(held) ? held.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function rememberId(id: string): void {
  try {
    const ids = [id, ...recentIds().filter((other) => other !== id)].slice(0, most);
    localStorage.setItem(storedAs, JSON.stringify(ids));
  } catch {
    // Nothing is lost but the order of the next list.
  }
}
