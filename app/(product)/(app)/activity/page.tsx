import type { Metadata } from "next";
import Link from "next/link";
import { ActivityFilters } from "@/components/activity/activity-filters";
import { ActivityList } from "@/components/activity/activity-list";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button-link";
import { requireContext } from "@/lib/auth/session";
import { activityFilterOf, readCursor } from "@/lib/schemas/activity";
import { listActivity } from "@/lib/services/activity";
import { activityHref, activityLine } from "@/lib/views/activity";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const asked = await searchParams;
  const filter = activityFilterOf(asked);
  const before = readCursor(asked.before);
  const ctx = await requireContext();
  const { events, next, people, plans } = await listActivity(ctx, { ...filter, before });
  const isFiltered = Object.values(filter).some((chosen) => chosen !== null);
  return (
    <>
      <PageHead title="Activity" />
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
        <ActivityFilters {...{ filter, people, plans }} />
        {events.length > 0 ? (
          <ActivityList lines={events.map(activityLine)} />
        ) : (
          <p className="text-ink-2">
            {isFiltered ? (
              <>
                Nothing was done that fits these filters.{" "}
                <Link href="/activity" className="link">
                  Clear them
                </Link>
              </>
            ) : (
              "Nothing has been done yet. The first plan stands here as soon as it is made."
            )}
          </p>
        )}
        <div className="flex gap-2">
          {before && <ButtonLink href={activityHref(filter, null)}>Newest</ButtonLink>}
          {next && <ButtonLink href={activityHref(filter, next)}>Older</ButtonLink>}
        </div>
      </div>
    </>
  );
}
