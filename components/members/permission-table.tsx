import { Check, Minus } from "lucide-react";
import { roles } from "@/lib/schemas/member";
import { type PermissionRow, roleNames } from "@/lib/views/members";

/** What fits above a column of a phone. */
const narrowNames = { ...roleNames, admin: "Admin" };

/** One row for each permission, one column for each role. */
export function PermissionTable({ rows }: { readonly rows: readonly PermissionRow[] }) {
  return (
    <table className="w-full text-left text-sm">
      <thead className="text-ink-3 text-xs">
        <tr className="border-line border-b">
          <th scope="col" className="pb-2 font-label">
            May
          </th>
          {roles.map((role) => (
            <th
              key={role}
              scope="col"
              className="w-24 pb-2 text-center font-label max-sm:w-11 max-sm:text-2xs"
            >
              <span className="max-sm:hidden">{roleNames[role]}</span>
              <abbr title={roleNames[role]} className="no-underline sm:hidden">
                {narrowNames[role]}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, words, may }) => (
          <tr key={id} className="border-line border-b last:border-b-0">
            <th scope="row" className="py-2 pr-3 font-text">
              {words}
            </th>
            {roles.map((role) => (
              <td key={role} className="py-2 text-center">
                <Mark may={may[role]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ may }: { may: boolean }) {
  const Icon = may ? Check : Minus;
  return (
    <>
      <Icon aria-hidden size={16} className={may ? "inline text-good" : "inline text-ink-3"} />
      <span className="sr-only">{may ? "yes" : "no"}</span>
    </>
  );
}
