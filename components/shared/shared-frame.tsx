import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";

/** Around whatever a share link opens: no way from here into the application. */
export function SharedFrame(props: {
  /** What stands beside the name. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="min-h-dvh bg-surface">
      <header className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 md:px-8">
        <Brand size={20} />
        {props.head}
      </header>
      {props.children}
    </div>
  );
}

/** A few words in place of a document. */
export function SharedNotice(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <SharedFrame>
      <main className="mx-auto grid w-full max-w-[30rem] gap-3 px-4 py-14 text-lg">
        <h1 className="text-2xl">{props.title}</h1>
        {props.children}
      </main>
    </SharedFrame>
  );
}
