import Link from "next/link";
import { Fragment } from "react";

type Step = { readonly href: string; readonly label: string };

/** Where one is: the pages above, and this one as the page's heading. */
export function Breadcrumb(props: { readonly above: readonly Step[]; readonly here: string }) {
  const { above, here } = props;
  return (
    <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2 text-sm">
      {above.map(({ href, label }) => (
        <Fragment key={href}>
          <Link href={href} className="truncate rounded-sm text-ink-3 hover:text-ink">
            {label}
          </Link>
          <span aria-hidden className="text-ink-3">
            /
          </span>
        </Fragment>
      ))}
      <h1 className="truncate text-sm">{here}</h1>
    </nav>
  );
}
