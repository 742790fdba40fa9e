import { TriangleAlert } from "lucide-react";
import { counted } from "@/lib/format";

export type Refused = {
  readonly fileName: string;
  readonly message: string;
  /** By path of the field. */
  readonly fields: Readonly<Record<string, string>>;
};

/** Field by field: which, what it holds, what to write instead. */
export function ImportIssues({ refused }: { refused: Refused }) {
  const issues = Object.entries(refused.fields);
  return (
    <div role="alert" className="grid gap-2">
      <p className="flex gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad text-sm">
        <TriangleAlert aria-hidden size={16} className="mt-px shrink-0" />
        <span>
          <b className="font-title">{refused.fileName} was not imported.</b>{" "}
          {issues.length > 1
            ? `${counted(issues.length, "field")} to mend; nothing was saved.`
            : `${issues[0]?.[1] ?? refused.message} Nothing was saved.`}
        </span>
      </p>
      {issues.length > 1 && (
        <table className="w-full text-left text-sm">
          <thead className="text-ink-3 text-xs">
            <tr>
              <th scope="col" className="py-1.5 pr-3 font-label">
                Field in the file
              </th>
              <th scope="col" className="py-1.5 font-label">
                What is wrong, and what to write
              </th>
            </tr>
          </thead>
          <tbody>
            {issues.map(([path, message]) => (
              <tr key={path} className="border-line border-t align-top">
                <th scope="row" className="break-all py-1.5 pr-3 font-text text-ink-2">
                  {path}
                </th>
                <td className="py-1.5">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
