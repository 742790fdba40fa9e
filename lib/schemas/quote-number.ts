const said =
  /(?:[\s\-_.,/(]+|(?<=\d))(?:revision|rev|version|ver|index|issue|r|v)[\s.#:-]*(?:\d{1,3}|[a-z])\)?$/;
const afterSlash = /\s*\/\s*(?:\d{1,2}|[a-z])$/;
/** Only of a number that is there without it: "ST-78" alone is no revision of anything. */
const bare = /[\s\-_.](?:\d{1,2}|[a-z])$/;

const plain = (number: string) => number.trim().toLowerCase().replace(/\s+/g, " ");

function stem(number: string): string {
  const text = plain(number);
  const short = text.replace(said, "").replace(afterSlash, "");
  return short === "" ? text : short;
}

const bareStem = (number: string) => stem(number).replace(bare, "");

/** Whether two numbers of a supplier differ in what says the revision alone: "Q-123", "Q-123 rev B", "Q-123/2", "Q-123-2". */
export function isNumberRevised(former: string, number: string): boolean {
  if (plain(former) === plain(number)) return false;
  return (
    stem(former) === stem(number) ||
    plain(former) === bareStem(number) ||
    bareStem(former) === plain(number)
  );
}
