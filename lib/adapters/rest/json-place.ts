const token =
  /[ \t\n\r]*(?:([{[])|([}\]])|([,:])|("(?:[^"\\\p{Control}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true|false|null)/uy;

/** What may come next; `end` is the bracket that closes here. */
type Next = "value" | "value or end" | "key" | "key or end" | ":" | ", or end";

/** "line 2, column 11": where JSON that does not parse breaks off, which V8 tells only of some errors. */
export function placeInJson(text: string): string {
  const before = text.slice(0, breakIn(text)).split("\n");
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
}

function breakIn(text: string): number {
  const open: string[] = [];
  let next: Next | undefined = "value";
  let at = 0;
  while (next !== undefined) {
    token.lastIndex = at;
    const [whole, opens, closes, sign, string] = token.exec(text) ?? [];
    if (whole === undefined) break;
    const isObject = open.at(-1) === "{";
    if (opens && next.startsWith("value")) {
      open.push(opens);
      next = opens === "{" ? "key or end" : "value or end";
    } else if (
      closes &&
      next.endsWith("or end") &&
      isObject === (closes === "}") &&
      open.length > 0
    ) {
      open.pop();
      next = ", or end";
    } else if (sign === ":" && next === ":") next = "value";
    else if (sign === "," && next === ", or end" && open.length > 0)
      next = isObject ? "key" : "value";
    else if (string && next.startsWith("key")) next = ":";
    else if (!opens && !closes && !sign && next.startsWith("value")) next = ", or end";
    else break;
    at = token.lastIndex;
  }
  return at + (/^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0);
}
