const irregular: Readonly<Record<string, string>> = { is: "are", has: "have", does: "do" };

/** "Own H200 servers" or "Spot GPUs", but not "AWS" or "Nimbus". */
function isPlural(name: string): boolean {
  const last = name.trim().split(/\s+/).at(-1) ?? "";
  return /[A-Za-z0-9]{2,}s$/.test(last) && !/(ss|us|is|os)$/.test(last);
}

/** The verb alone, for a name that stands elsewhere in the sentence. */
export function agreed(name: string, verb: string): string {
  return isPlural(name) ? (irregular[verb] ?? verb.replace(/s$/, "")) : verb;
}

/** An option's name with its verb: "Cloud H200 costs", "Own H200 servers cost". */
export function does(name: string, verb: string): string {
  return `${name} ${agreed(name, verb)}`;
}

/** "It costs" or "They cost", for an option already named. */
export function itDoes(name: string, verb: string): string {
  return `${isPlural(name) ? "They" : "It"} ${agreed(name, verb)}`;
}
