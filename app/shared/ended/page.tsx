import { notFound } from "next/navigation";

/** Where a link that opens nothing leads. */
export default function EndedPage() {
  notFound();
}
