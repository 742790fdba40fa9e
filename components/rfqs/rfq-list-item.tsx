import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import { type RfqRow, rfqTones } from "@/lib/views/rfqs";

/** An RFQ among others. */
export function RfqListItem({ row }: { readonly row: RfqRow }) {
  const { id, title, status, deadline, items, answers } = row;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-0.5 px-[18px] py-2.5 text-sm">
      <Link
        href={`/rfqs/${id}`}
        className="flex min-h-6 min-w-0 items-center font-label text-ink hover:underline pointer-coarse:min-h-11 sm:w-96"
      >
        {title}
      </Link>
      <Pill tone={rfqTones[status]}>{status}</Pill>
      <span className="text-ink-2">{items}</span>
      <span className="text-ink-2 sm:flex-1">{answers}</span>
      <span className="text-ink-2">{deadline}</span>
    </li>
  );
}
