/** A readable id from a name, unlike every taken one: "Cloud H200" becomes `cloud-h200`. */
export function rowIdFor(name: string, taken: readonly string[], fallback: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 34)
    .replace(/-+$/, "");
  const stem = words === "" ? fallback : words;
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

/** "Cloud", then "Cloud 2", "Cloud 3", ... */
export function copyName(name: string, taken: readonly string[]): string {
  const stem = name.replace(/ \d+$/, "").slice(0, 74);
  for (let n = 2; ; n++) {
    const next = `${stem} ${n}`;
    if (!taken.includes(next)) return next;
  }
}
