import { type QuoteLine, quoteLine } from "@/lib/schemas/quote";
import { remembering } from "./remembering";

type Checked = ReturnType<typeof quoteLine.safeParse>;

/** Each field by the schema's own rule for it; what that said of a value which comes again is kept. */
const rules = (Object.keys(quoteLine.shape) as (keyof QuoteLine)[]).map((name) => ({
  name,
  check: remembering((value: unknown) => quoteLine.shape[name].safeParse(value)),
}));

/** Whether it is a line by the schema, which asks nothing of one but what it asks of its fields: a test holds the two equal. */
export function checkedLine(line: QuoteLine): Checked {
  let data = line;
  for (const { name, check } of rules) {
    const checked = check(line[name]);
    if (!checked.success) return quoteLine.safeParse(line);
    if (checked.data !== line[name]) data = { ...data, [name]: checked.data };
  }
  return { success: true, data };
}
